import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sandbox } from './sandbox.js';
import { aService, lastSent } from './story.js';

describe('the webhooks of a service', () => {
  let service;
  let webhooks;
  before(async () => {
    service = await aService();
    ({ sid: service.sid } = await service.fetch());
  });

  it('have settings from the beginning', async () => {
    webhooks = await service.configuration.webhooks().fetch();

    assert.equal(webhooks.accountSid, sandbox.accountSid);
    assert.equal(webhooks.chatServiceSid, service.sid);
    assert.match(webhooks.method, /^(GET|POST)$/);
    assert.equal(webhooks.url, `${sandbox.address}/v1/Services/${service.sid}/Configuration/Webhooks`);
  });

  it('are updated, with every filter of the list', async () => {
    const filters = ['onMessageAdd', 'onConversationUpdated', 'onParticipantRemoved'];
    const updated = await webhooks.update({
      preWebhookUrl: 'https://example.com/before?a=1&b=2',
      postWebhookUrl: 'https://example.com/after',
      filters,
      method: 'GET',
    });

    assert.equal(updated.preWebhookUrl, 'https://example.com/before?a=1&b=2');
    assert.equal(updated.postWebhookUrl, 'https://example.com/after');
    assert.deepEqual(updated.filters, filters);
    assert.equal(updated.method, 'GET');
    assert.deepEqual(new URLSearchParams(lastSent().body).getAll('Filters'), filters);
    assert.deepEqual((await webhooks.fetch()).toJSON(), updated.toJSON());
  });

  it('keep what an update does not name, and take new filters in place of the old', async () => {
    const before = await webhooks.fetch();
    const updated = await webhooks.update({ filters: ['onMessageAdd'] });

    assert.deepEqual(updated.toJSON(), { ...before.toJSON(), filters: ['onMessageAdd'] });
  });
});
