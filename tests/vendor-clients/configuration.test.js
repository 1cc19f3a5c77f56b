import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sandbox } from './sandbox.js';
import { aService } from './story.js';

describe('the configuration of a service', () => {
  let service;
  let configuration;
  before(async () => {
    service = await aService();
    ({ sid: service.sid } = await service.fetch());
  });

  it('is there from the beginning', async () => {
    configuration = await service.configuration().fetch();

    assert.equal(configuration.chatServiceSid, service.sid);
    assert.equal(configuration.reachabilityEnabled, false);
    assert.equal(configuration.url, `${sandbox.address}/v1/Services/${service.sid}/Configuration`);
    assert.equal(configuration.links.notifications, `${configuration.url}/Notifications`);
    assert.equal(configuration.links.webhooks, `${configuration.url}/Webhooks`);
  });

  it('is updated', async () => {
    const role = (friendlyName, type, permission) => service.roles.create({ friendlyName, type, permission: [permission] });
    const creator = await role('creator', 'conversation', 'sendMessage');
    const member = await role('member', 'conversation', 'sendMessage');
    const user = await role('user', 'service', 'createConversation');

    const updated = await configuration.update({
      defaultConversationCreatorRoleSid: creator.sid,
      defaultConversationRoleSid: member.sid,
      defaultChatServiceRoleSid: user.sid,
      reachabilityEnabled: true,
    });

    assert.equal(updated.defaultConversationCreatorRoleSid, creator.sid);
    assert.equal(updated.defaultConversationRoleSid, member.sid);
    assert.equal(updated.defaultChatServiceRoleSid, user.sid);
    assert.equal(updated.reachabilityEnabled, true);
    assert.deepEqual((await configuration.fetch()).toJSON(), updated.toJSON());
  });

  it('keeps what an update does not name', async () => {
    const before = await configuration.fetch();
    const updated = await configuration.update({ reachabilityEnabled: false });

    assert.deepEqual(updated.toJSON(), { ...before.toJSON(), reachabilityEnabled: false });
  });
});
