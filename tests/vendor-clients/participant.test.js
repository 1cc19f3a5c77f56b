import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sandbox } from './sandbox.js';
import { aService, assertGone, assertPages, assertRecent, assertRefused, assertSid, lastSent, several } from './story.js';

describe('a participant', () => {
  let service;
  let conversation;
  let participants;
  let chat;
  let one;
  let phone;
  before(async () => {
    service = await aService();
    conversation = await service.conversations.create();
    ({ participants } = service.conversations(conversation.sid));
  });

  it('joins by chat', async () => {
    chat = await participants.create({
      identity: 'alice@example.com',
      attributes: JSON.stringify({ role: 'driver' }),
      xTwilioWebhookEnabled: 'true',
    });

    one = participants(chat.sid);
    assertSid(chat.sid, 'MB');
    assert.equal(chat.accountSid, sandbox.accountSid);
    assert.equal(chat.chatServiceSid, conversation.chatServiceSid);
    assert.equal(chat.conversationSid, conversation.sid);
    assert.equal(chat.identity, 'alice@example.com');
    assert.equal(chat.attributes, '{"role":"driver"}');
    assert.equal(chat.messagingBinding, null);
    assertRecent(chat.dateCreated);
    assertRecent(chat.dateUpdated);
    assert.equal(chat.url, `${conversation.url}/Participants/${chat.sid}`);
    assert.equal(lastSent().headers['x-twilio-webhook-enabled'], 'true');
  });

  it('joins by telephone', async () => {
    phone = await participants.create({
      'messagingBinding.address': '+15558675310',
      'messagingBinding.proxyAddress': '+15017122661',
    });

    assert.equal(phone.identity, null);
    assert.equal(phone.messagingBinding.type, 'sms');
    assert.equal(phone.messagingBinding.address, '+15558675310');
    assert.equal(phone.messagingBinding.proxy_address, '+15017122661');
  });

  it('holds its pair of addresses, and the refusal of another names the conversation', async () => {
    const other = await service.conversations.create();

    await assertRefused(
      service.conversations(other.sid).participants.create({
        'messagingBinding.address': '+15558675310',
        'messagingBinding.proxyAddress': '+15017122661',
      }),
      409, 50416, new RegExp(conversation.sid));
    await assertRefused(participants.create({ identity: 'alice@example.com' }), 409, 50433);
  });

  it('is fetched, by its SID and by its identity', async () => {
    assert.deepEqual((await one.fetch()).toJSON(), chat.toJSON());
    assert.equal((await participants('alice@example.com').fetch()).sid, chat.sid);
  });

  it('is updated', async () => {
    const role = await service.roles.create({ friendlyName: 'driver', type: 'conversation', permission: ['sendMessage'] });
    const updated = await one.update({
      attributes: JSON.stringify({ role: 'passenger' }),
      dateCreated: new Date('2021-01-02T03:04:05Z'),
      roleSid: role.sid,
      lastReadMessageIndex: 0,
      lastReadTimestamp: '2021-01-03T03:04:05Z',
      xTwilioWebhookEnabled: 'true',
    });

    assert.equal(lastSent().headers['x-twilio-webhook-enabled'], 'true');
    assert.equal(updated.attributes, '{"role":"passenger"}');
    assert.deepEqual(updated.dateCreated, new Date('2021-01-02T03:04:05Z'));
    assert.equal(updated.roleSid, role.sid);
    assert.equal(updated.lastReadMessageIndex, 0);
    assert.equal(updated.lastReadTimestamp, '2021-01-03T03:04:05Z');
    assert.deepEqual((await one.fetch()).toJSON(), updated.toJSON());
  });

  it('is listed once, over several pages', async () => {
    const others = await several(5, (number) => participants.create({ identity: `agent ${number}` }));

    await assertPages(participants, [chat, phone, ...others].map(({ sid }) => sid));
  });

  it('is removed', async () => {
    assert.equal(await one.remove({ xTwilioWebhookEnabled: 'true' }), true);

    assert.equal(lastSent().headers['x-twilio-webhook-enabled'], 'true');
    await assertGone(one.fetch());
    await assertGone(one.remove());
  });
});
