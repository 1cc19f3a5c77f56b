import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sandbox } from './sandbox.js';
import { aService } from './story.js';

describe('the push notifications of a service', () => {
  let service;
  let notifications;
  before(async () => {
    service = await aService();
    ({ sid: service.sid } = await service.fetch());
  });

  it('have settings from the beginning', async () => {
    notifications = await service.configuration.notifications().fetch();

    assert.equal(notifications.accountSid, sandbox.accountSid);
    assert.equal(notifications.chatServiceSid, service.sid);
    assert.equal(typeof notifications.logEnabled, 'boolean');
    assert.equal(typeof notifications.newMessage.enabled, 'boolean');
    assert.equal(typeof notifications.addedToConversation.enabled, 'boolean');
    assert.equal(typeof notifications.removedFromConversation.enabled, 'boolean');
    assert.equal(notifications.url, `${sandbox.address}/v1/Services/${service.sid}/Configuration/Notifications`);
  });

  it('are updated, down to nested settings', async () => {
    const updated = await notifications.update({
      logEnabled: true,
      'newMessage.enabled': true,
      'newMessage.template': '${PARTICIPANT}: ${MESSAGE}',
      'newMessage.sound': 'ring',
      'newMessage.badgeCountEnabled': true,
      'newMessage.withMedia.enabled': true,
      'newMessage.withMedia.template': '${MEDIA_COUNT} files',
      'addedToConversation.enabled': true,
      'addedToConversation.template': 'Welcome to ${CONVERSATION}',
      'addedToConversation.sound': 'bell',
      'removedFromConversation.enabled': true,
      'removedFromConversation.template': 'Farewell',
      'removedFromConversation.sound': 'gong',
    });

    assert.equal(updated.logEnabled, true);
    assert.deepEqual(updated.newMessage, {
      enabled: true,
      template: '${PARTICIPANT}: ${MESSAGE}',
      sound: 'ring',
      badge_count_enabled: true,
      with_media: { enabled: true, template: '${MEDIA_COUNT} files' },
    });
    assert.deepEqual(updated.addedToConversation, { enabled: true, template: 'Welcome to ${CONVERSATION}', sound: 'bell' });
    assert.deepEqual(updated.removedFromConversation, { enabled: true, template: 'Farewell', sound: 'gong' });
    assert.deepEqual((await notifications.fetch()).toJSON(), updated.toJSON());
  });

  it('keep what an update does not name', async () => {
    const before = await notifications.fetch();
    const updated = await notifications.update({ 'newMessage.withMedia.enabled': false });

    assert.deepEqual(updated.toJSON(), {
      ...before.toJSON(),
      newMessage: { ...before.newMessage, with_media: { ...before.newMessage.with_media, enabled: false } },
    });
  });
});
