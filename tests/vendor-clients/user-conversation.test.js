import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sandbox } from './sandbox.js';
import { aService, assertGone, assertPages, assertSid, several } from './story.js';

describe('a conversation of a user', () => {
  let service;
  let user;
  let conversations;
  let joined;
  let participants;
  let one;
  before(async () => {
    service = await aService();
    user = await service.users.create({ identity: 'alice' });
    conversations = service.users(user.sid).userConversations;
    joined = await several(5, (number) => service.conversations.create({
      friendlyName: `Conversation ${number}`,
      uniqueName: `c ${number}`,
    }));
    participants = await several(5, (number) =>
      service.conversations(joined[number - 1].sid).participants.create({ identity: 'alice' }));
    await service.conversations.create({ friendlyName: 'Without Alice' });
  });

  it('is listed once, over several pages', async () => {
    await assertPages(conversations, joined.map(({ sid }) => sid), { key: 'conversationSid' });
  });

  it('is fetched, by the SID and by the unique name of the conversation', async () => {
    one = conversations(joined[0].sid);
    const fetched = await one.fetch();

    assert.equal(fetched.accountSid, sandbox.accountSid);
    assert.equal(fetched.chatServiceSid, user.chatServiceSid);
    assert.equal(fetched.conversationSid, joined[0].sid);
    assert.equal(fetched.participantSid, participants[0].sid);
    assert.equal(fetched.userSid, user.sid);
    assert.equal(fetched.friendlyName, 'Conversation 1');
    assert.equal(fetched.uniqueName, 'c 1');
    assert.equal(fetched.conversationState, 'active');
    assert.equal(fetched.attributes, '{}');
    assert.equal(fetched.notificationLevel, 'default');
    assert.ok(fetched.dateCreated instanceof Date);
    assert.ok(fetched.dateUpdated instanceof Date);
    assertSid(fetched.url.split('/').at(-1), 'CH');
    assert.ok(fetched.links.participant.endsWith(`/Participants/${participants[0].sid}`));
    assert.ok(fetched.links.conversation.endsWith(`/Conversations/${joined[0].sid}`));
    assert.equal((await conversations('c 1').fetch()).conversationSid, joined[0].sid);
  });

  it('counts what the user has not read', async () => {
    await several(3, (number) => service.conversations(joined[0].sid).messages.create({ author: 'bob', body: `Message ${number}` }));
    const updated = await one.update({ lastReadMessageIndex: 0 });

    assert.equal(updated.lastReadMessageIndex, 0);
    assert.equal(updated.unreadMessagesCount, 2);
  });

  it('is updated', async () => {
    const updated = await one.update({
      notificationLevel: 'muted',
      lastReadMessageIndex: 1,
      lastReadTimestamp: new Date('2030-01-02T03:04:05Z'),
    });

    assert.equal(updated.notificationLevel, 'muted');
    assert.equal(updated.lastReadMessageIndex, 1);
    assert.deepEqual((await one.fetch()).toJSON(), updated.toJSON());
  });

  it('is removed, and the conversation stays', async () => {
    assert.equal(await one.remove(), true);

    await assertGone(one.fetch());
    assert.equal((await service.conversations(joined[0].sid).fetch()).sid, joined[0].sid);
    assert.equal((await conversations.list()).length, joined.length - 1);
  });
});
