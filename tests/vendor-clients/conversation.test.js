import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sandbox } from './sandbox.js';
import { aService, assertGone, assertPages, assertRecent, assertRefused, assertSid, lastSent, several } from './story.js';

describe('a conversation', () => {
  let service;
  let created;
  let one;
  before(async () => {
    service = await aService();
  });

  it('is created with all that it can have', async () => {
    created = await service.conversations.create({
      friendlyName: 'Order 4711',
      uniqueName: 'order 4711',
      attributes: JSON.stringify({ topic: 'a + b & c', open: true }),
      messagingServiceSid: `MG${'0'.repeat(32)}`,
      state: 'active',
      'timers.inactive': 'PT1H',
      'timers.closed': 'P1D',
      'bindings.email.address': 'help@example.com',
      'bindings.email.name': 'Help',
      xTwilioWebhookEnabled: 'true',
    });

    one = service.conversations(created.sid);
    assertSid(created.sid, 'CH');
    assert.equal(created.accountSid, sandbox.accountSid);
    assertSid(created.chatServiceSid, 'IS');
    assert.equal(created.messagingServiceSid, `MG${'0'.repeat(32)}`);
    assert.equal(created.friendlyName, 'Order 4711');
    assert.equal(created.uniqueName, 'order 4711');
    assert.equal(typeof created.attributes, 'string');
    assert.deepEqual(JSON.parse(created.attributes), { topic: 'a + b & c', open: true });
    assert.equal(created.state, 'active');
    assertRecent(created.dateCreated);
    assertRecent(created.dateUpdated);
    assert.equal(new Date(created.timers.date_inactive) - created.dateUpdated, 60 * 60 * 1000);
    assert.equal(new Date(created.timers.date_closed) - created.dateUpdated, 24 * 60 * 60 * 1000);
    assert.deepEqual(created.bindings.email, { address: 'help@example.com', name: 'Help' });
    assert.equal(created.url, `${sandbox.address}/v1/Services/${created.chatServiceSid}/Conversations/${created.sid}`);
    for (const link of ['participants', 'messages', 'webhooks']) {
      assert.ok(created.links[link].startsWith(`${created.url}/`), link);
    }
  });

  it('was sent as a form, with the webhook header', () => {
    assert.equal(lastSent().headers['x-twilio-webhook-enabled'], 'true');
    assert.equal(lastSent().headers['content-type'], 'application/x-www-form-urlencoded');
    assert.equal(new URLSearchParams(lastSent().body).get('Timers.Inactive'), 'PT1H');
  });

  it('is fetched, by its SID and by its unique name', async () => {
    assert.deepEqual((await one.fetch()).toJSON(), created.toJSON());
    assert.equal((await service.conversations('order 4711').fetch()).sid, created.sid);
    assert.match(lastSent().path, /\/order%204711$/);
  });

  it('does not share its unique name', async () => {
    await assertRefused(service.conversations.create({ uniqueName: 'order 4711' }), 409, 50353);
  });

  it('is imported with dates of long ago', async () => {
    const dateCreated = new Date('2019-02-03T04:05:06Z');
    const dateUpdated = new Date('2020-02-03T04:05:06Z');
    const old = await service.conversations.create({ dateCreated, dateUpdated });

    assert.deepEqual(old.dateCreated, dateCreated);
    assert.deepEqual(old.dateUpdated, dateUpdated);
    assert.equal(new URLSearchParams(lastSent().body).get('DateCreated'), '2019-02-03T04:05:06Z');

    const found = await service.conversations.list({ startDate: '2019-02-01', endDate: '2019-02-28' });
    assert.deepEqual(found.map(({ sid }) => sid), [old.sid]);
    await service.conversations(old.sid).remove();
  });

  it('is updated', async () => {
    const updated = await one.update({
      friendlyName: 'Order 4711, urgent',
      attributes: JSON.stringify({ topic: 'urgent' }),
      uniqueName: 'order 4711 b',
      state: 'inactive',
      'timers.inactive': 'PT0S',
      xTwilioWebhookEnabled: 'true',
    });

    assert.equal(lastSent().headers['x-twilio-webhook-enabled'], 'true');
    assert.equal(updated.friendlyName, 'Order 4711, urgent');
    assert.equal(updated.attributes, '{"topic":"urgent"}');
    assert.equal(updated.uniqueName, 'order 4711 b');
    assert.equal(updated.state, 'inactive');
    assert.equal(updated.timers.date_inactive, undefined);
    assert.deepEqual((await one.fetch()).toJSON(), updated.toJSON());
    await assertGone(service.conversations('order 4711').fetch());
  });

  it('is listed once, over several pages, and by its state', async () => {
    const others = await several(6, (number) => service.conversations.create({
      friendlyName: `Conversation ${number}`,
      state: number % 2 === 0 ? 'inactive' : 'active',
    }));
    const sids = (items) => items.map(({ sid }) => sid);

    await assertPages(service.conversations, [created.sid, ...sids(others)], { pageSize: 3 });
    await assertPages(service.conversations, [created.sid, ...sids(others.filter(({ state }) => state === 'inactive'))], {
      filter: { state: 'inactive' },
    });
  });

  it('does not change any more once it is closed', async () => {
    assert.equal((await one.update({ state: 'closed' })).state, 'closed');

    await assertRefused(one.update({ state: 'active' }), 400, 50377);
  });

  it('is removed', async () => {
    assert.equal(await one.remove({ xTwilioWebhookEnabled: 'true' }), true);

    assert.equal(lastSent().headers['x-twilio-webhook-enabled'], 'true');
    await assertGone(one.fetch());
    await assertGone(one.remove());
  });
});
