import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sandbox } from './sandbox.js';
import { aService, assertPages, several } from './story.js';

describe('the conversations of a participant', () => {
  let service;
  let joined;
  let participants;
  let phone;
  before(async () => {
    service = await aService();
    joined = await several(5, (number) => service.conversations.create({
      friendlyName: `Conversation ${number}`,
      uniqueName: `c ${number}`,
      attributes: JSON.stringify({ number }),
    }));
    const participantsOf = (number) => service.conversations(joined[number - 1].sid).participants;
    participants = await several(5, (number) => participantsOf(number).create({ identity: 'alice' }));
    phone = await several(3, (number) => participantsOf(number).create({
      'messagingBinding.address': '+15558675999',
      'messagingBinding.proxyAddress': `+1501712266${number}`,
    }));
    await service.conversations.create({ friendlyName: 'Without them' });
  });

  it('are found by identity, each once, over several pages', async () => {
    await assertPages(service.participantConversations, joined.map(({ sid }) => sid), {
      key: 'conversationSid',
      filter: { identity: 'alice' },
    });
  });

  it('are found by address', async () => {
    await assertPages(service.participantConversations, phone.map(({ sid }) => sid), {
      key: 'participantSid',
      filter: { address: '+15558675999' },
    });
  });

  it('tell of the participant and of the conversation', async () => {
    const all = await service.participantConversations.list({ identity: 'alice' });
    const one = all.find(({ conversationSid }) => conversationSid === joined[1].sid);

    assert.equal(one.accountSid, sandbox.accountSid);
    assert.equal(one.chatServiceSid, joined[1].chatServiceSid);
    assert.equal(one.participantSid, participants[1].sid);
    assert.equal(one.participantIdentity, 'alice');
    assert.equal(one.participantMessagingBinding, null);
    assert.equal(one.conversationUniqueName, 'c 2');
    assert.equal(one.conversationFriendlyName, 'Conversation 2');
    assert.equal(one.conversationAttributes, '{"number":2}');
    assert.deepEqual(one.conversationDateCreated, joined[1].dateCreated);
    assert.ok(one.conversationDateUpdated instanceof Date);
    assert.equal(one.conversationState, 'active');
    assert.ok(one.links.participant.endsWith(`/Participants/${participants[1].sid}`));
    assert.ok(one.links.conversation.endsWith(`/Conversations/${joined[1].sid}`));
  });

  it('tell the addresses of a participant outside of chat', async () => {
    const [one] = await service.participantConversations.list({ address: '+15558675999' });

    assert.equal(one.participantMessagingBinding.type, 'sms');
    assert.equal(one.participantMessagingBinding.address, '+15558675999');
    assert.match(one.participantMessagingBinding.proxy_address, /^\+1501712266[123]$/);
    assert.equal(one.participantIdentity, null);
  });

  it('are none for who is in none', async () => {
    assert.deepEqual(await service.participantConversations.list({ identity: 'nobody' }), []);
  });
});
