import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sandbox } from './sandbox.js';
import { aService, assertGone, assertPages, assertRecent, assertSid, lastSent, several } from './story.js';

describe('a message', () => {
  let conversation;
  let messages;
  let participants;
  let alice;
  let created;
  let one;
  before(async () => {
    const service = await aService();
    conversation = await service.conversations.create();
    ({ messages, participants } = service.conversations(conversation.sid));
    alice = await participants.create({ identity: 'alice' });
  });

  it('is created', async () => {
    created = await messages.create({
      author: 'alice',
      body: 'Grüße & 1 + 1 = 2 🎉',
      attributes: JSON.stringify({ importance: 'high' }),
      subject: 'Greetings',
      xTwilioWebhookEnabled: 'true',
    });

    one = messages(created.sid);
    assertSid(created.sid, 'IM');
    assert.equal(created.accountSid, sandbox.accountSid);
    assert.equal(created.chatServiceSid, conversation.chatServiceSid);
    assert.equal(created.conversationSid, conversation.sid);
    assert.equal(created.index, 0);
    assert.equal(created.author, 'alice');
    assert.equal(created.body, 'Grüße & 1 + 1 = 2 🎉');
    assert.equal(created.participantSid, alice.sid);
    assert.equal(created.media, null);
    assert.equal(created.contentSid, null);
    assert.equal(created.attributes, '{"importance":"high"}');
    assertRecent(created.dateCreated);
    assert.equal(created.dateUpdated, null);
    assert.equal(created.url, `${conversation.url}/Messages/${created.sid}`);
    assert.equal(created.links.delivery_receipts, `${created.url}/Receipts`);
    assert.equal(lastSent().headers['x-twilio-webhook-enabled'], 'true');
  });

  it('comes from the system when it names no author', async () => {
    const anonymous = await messages.create({ body: 'Maintenance' });

    assert.equal(anonymous.index, 1);
    assert.equal(anonymous.author, 'system');
    assert.equal(anonymous.participantSid, null);
    assert.equal(anonymous.attributes, '{}');
    await messages(anonymous.sid).remove();
  });

  it('may carry media or content of a template', async () => {
    const mediaSid = `ME${'a'.repeat(32)}`;
    const contentSid = `HX${'b'.repeat(32)}`;
    const picture = await messages.create({ author: 'alice', mediaSid });
    const template = await messages.create({ author: 'alice', contentSid, contentVariables: JSON.stringify({ 1: 'Alice' }) });

    assert.equal(picture.media.length, 1);
    assert.equal(picture.media[0].sid, mediaSid);
    assert.equal(template.contentSid, contentSid);
    await messages(picture.sid).remove();
    await messages(template.sid).remove();
  });

  it('is fetched', async () => {
    assert.deepEqual((await one.fetch()).toJSON(), created.toJSON());
  });

  it('is imported with dates of long ago', async () => {
    const dateCreated = new Date('2019-02-03T04:05:06Z');
    const old = await messages.create({ body: 'long ago', dateCreated, dateUpdated: dateCreated });

    assert.deepEqual(old.dateCreated, dateCreated);
    assert.deepEqual(old.dateUpdated, dateCreated);
    assert.equal(new URLSearchParams(lastSent().body).get('DateCreated'), '2019-02-03T04:05:06Z');
    await messages(old.sid).remove();
  });

  it('is updated', async () => {
    const updated = await one.update({
      author: 'bob',
      body: 'Corrected',
      attributes: JSON.stringify({ importance: 'low' }),
      dateUpdated: new Date('2030-01-02T03:04:05Z'),
      xTwilioWebhookEnabled: 'true',
    });

    assert.equal(lastSent().headers['x-twilio-webhook-enabled'], 'true');
    assert.equal(updated.sid, created.sid);
    assert.equal(updated.author, 'bob');
    assert.equal(updated.body, 'Corrected');
    assert.equal(updated.attributes, '{"importance":"low"}');
    assert.deepEqual(updated.dateUpdated, new Date('2030-01-02T03:04:05Z'));
    assert.deepEqual((await one.fetch()).toJSON(), updated.toJSON());
  });

  it('is listed once, over several pages, in either order', async () => {
    const others = await several(6, (number) => messages.create({ body: `Message ${number}` }));
    const sids = [created, ...others].map(({ sid }) => sid);
    const listed = async (order) => (await messages.list({ order, pageSize: 3 })).map(({ sid }) => sid);

    await assertPages(messages, sids, { pageSize: 3 });
    assert.deepEqual(await listed('asc'), sids);
    assert.deepEqual(await listed('desc'), sids.toReversed());
  });

  it('is removed', async () => {
    assert.equal(await one.remove({ xTwilioWebhookEnabled: 'true' }), true);

    assert.equal(lastSent().headers['x-twilio-webhook-enabled'], 'true');
    await assertGone(one.fetch());
    await assertGone(one.remove());
  });
});
