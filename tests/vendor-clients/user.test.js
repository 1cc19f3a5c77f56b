import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sandbox } from './sandbox.js';
import { aService, assertGone, assertPages, assertRecent, assertRefused, assertSid, lastSent, several } from './story.js';

describe('a user', () => {
  let service;
  let role;
  let created;
  let one;
  before(async () => {
    service = await aService();
    role = await service.roles.create({ friendlyName: 'agent', type: 'service', permission: ['createConversation'] });
  });

  it('is created', async () => {
    created = await service.users.create({
      identity: 'alice@example.com',
      friendlyName: 'Alice',
      attributes: JSON.stringify({ duty: 'tech' }),
      roleSid: role.sid,
      xTwilioWebhookEnabled: 'true',
    });

    one = service.users(created.sid);
    assertSid(created.sid, 'US');
    assert.equal(created.accountSid, sandbox.accountSid);
    assert.equal(created.chatServiceSid, role.chatServiceSid);
    assert.equal(created.roleSid, role.sid);
    assert.equal(created.identity, 'alice@example.com');
    assert.equal(created.friendlyName, 'Alice');
    assert.equal(created.attributes, '{"duty":"tech"}');
    assertRecent(created.dateCreated);
    assertRecent(created.dateUpdated);
    assert.equal(created.url, `${sandbox.address}/v1/Services/${created.chatServiceSid}/Users/${created.sid}`);
    assert.equal(created.links.user_conversations, `${created.url}/Conversations`);
    assert.equal(lastSent().headers['x-twilio-webhook-enabled'], 'true');
  });

  it('does not share its identity', async () => {
    await assertRefused(service.users.create({ identity: 'alice@example.com' }), 409, 50201);
  });

  it('is fetched, by its SID and by its identity', async () => {
    assert.deepEqual((await one.fetch()).toJSON(), created.toJSON());
    assert.equal((await service.users('alice@example.com').fetch()).sid, created.sid);
  });

  it('is updated', async () => {
    const updated = await one.update({
      friendlyName: 'Alice B.',
      attributes: JSON.stringify({ duty: 'lead' }),
      xTwilioWebhookEnabled: 'true',
    });

    assert.equal(lastSent().headers['x-twilio-webhook-enabled'], 'true');
    assert.equal(updated.friendlyName, 'Alice B.');
    assert.equal(updated.attributes, '{"duty":"lead"}');
    assert.equal(updated.roleSid, role.sid);
    assert.deepEqual((await one.fetch()).toJSON(), updated.toJSON());
  });

  it('is listed once, over several pages', async () => {
    const others = await several(6, (number) => service.users.create({ identity: `user ${number}` }));

    await assertPages(service.users, [created, ...others].map(({ sid }) => sid), { pageSize: 3 });
  });

  it('is removed', async () => {
    assert.equal(await one.remove({ xTwilioWebhookEnabled: 'true' }), true);

    assert.equal(lastSent().headers['x-twilio-webhook-enabled'], 'true');
    await assertGone(one.fetch());
    await assertGone(one.remove());
  });
});
