import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sandbox } from './sandbox.js';
import { aService, assertGone, assertPages, assertRecent, assertSid, lastSent, several } from './story.js';

describe('a webhook of a conversation', () => {
  const filters = ['onMessageAdded', 'onParticipantAdded'];
  const flowSid = `FW${'a'.repeat(32)}`;
  let conversation;
  let webhooks;
  let created;
  let one;
  before(async () => {
    const service = await aService();
    conversation = await service.conversations.create();
    ({ webhooks } = service.conversations(conversation.sid));
  });

  it('is created with an address and filters', async () => {
    created = await webhooks.create({
      target: 'webhook',
      'configuration.url': 'https://example.com/hook',
      'configuration.method': 'post',
      'configuration.filters': filters,
    });

    one = webhooks(created.sid);
    assertSid(created.sid, 'WH');
    assert.equal(created.accountSid, sandbox.accountSid);
    assert.equal(created.chatServiceSid, conversation.chatServiceSid);
    assert.equal(created.conversationSid, conversation.sid);
    assert.equal(created.target, 'webhook');
    assert.equal(created.configuration.url, 'https://example.com/hook');
    assert.equal(created.configuration.method.toLowerCase(), 'post');
    assert.deepEqual(created.configuration.filters, filters);
    assertRecent(created.dateCreated);
    assertRecent(created.dateUpdated);
    assert.equal(created.url, `${conversation.url}/Webhooks/${created.sid}`);
    assert.deepEqual(new URLSearchParams(lastSent().body).getAll('Configuration.Filters'), filters);
  });

  it('is a trigger, whose keywords are its filters', async () => {
    const trigger = await webhooks.create({
      target: 'trigger',
      'configuration.url': 'https://example.com/trigger',
      'configuration.triggers': ['help', 'stop it'],
    });

    assert.equal(trigger.target, 'trigger');
    assert.deepEqual(trigger.configuration.filters, ['help', 'stop it']);
    await webhooks(trigger.sid).remove();
  });

  it('is a flow of Studio', async () => {
    const studio = await webhooks.create({ target: 'studio', 'configuration.flowSid': flowSid });

    assert.equal(studio.target, 'studio');
    assert.equal(studio.configuration.flow_sid, flowSid);
    await webhooks(studio.sid).remove();
  });

  it('is fetched', async () => {
    assert.deepEqual((await one.fetch()).toJSON(), created.toJSON());
  });

  it('is updated', async () => {
    const updated = await one.update({
      'configuration.url': 'https://example.com/other',
      'configuration.method': 'get',
      'configuration.filters': ['onMessageAdded'],
    });

    assert.equal(updated.configuration.url, 'https://example.com/other');
    assert.equal(updated.configuration.method.toLowerCase(), 'get');
    assert.deepEqual(updated.configuration.filters, ['onMessageAdded']);
    assert.deepEqual((await one.fetch()).toJSON(), updated.toJSON());
  });

  it('is listed once, over several pages', async () => {
    const others = await several(4, (number) => webhooks.create({
      target: 'webhook',
      'configuration.url': `https://example.com/${number}`,
      'configuration.filters': filters,
    }));

    await assertPages(webhooks, [created, ...others].map(({ sid }) => sid));
  });

  it('is removed', async () => {
    assert.equal(await one.remove(), true);

    await assertGone(one.fetch());
    await assertGone(one.remove());
  });
});
