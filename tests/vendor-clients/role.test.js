import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sandbox } from './sandbox.js';
import { aService, assertGone, assertPages, assertRecent, assertSid, lastSent, several } from './story.js';

describe('a role', () => {
  const permission = ['sendMessage', 'leaveConversation', 'editOwnMessage', 'deleteOwnMessage'];
  let service;
  let created;
  let one;
  before(async () => {
    service = await aService();
  });

  it('is created with all its permissions', async () => {
    created = await service.roles.create({ friendlyName: 'Guest', type: 'conversation', permission });

    one = service.roles(created.sid);
    assertSid(created.sid, 'RL');
    assert.equal(created.accountSid, sandbox.accountSid);
    assertSid(created.chatServiceSid, 'IS');
    assert.equal(created.friendlyName, 'Guest');
    assert.equal(created.type, 'conversation');
    assert.deepEqual(created.permissions.toSorted(), permission.toSorted());
    assertRecent(created.dateCreated);
    assertRecent(created.dateUpdated);
    assert.equal(created.url, `${sandbox.address}/v1/Services/${created.chatServiceSid}/Roles/${created.sid}`);
    assert.deepEqual(new URLSearchParams(lastSent().body).getAll('Permission'), permission);
  });

  it('is fetched', async () => {
    assert.deepEqual((await one.fetch()).toJSON(), created.toJSON());
  });

  it('is updated, which replaces its permissions', async () => {
    const updated = await one.update({ permission: ['sendMessage', 'leaveConversation'] });

    assert.deepEqual(updated.permissions.toSorted(), ['leaveConversation', 'sendMessage']);
    assert.deepEqual((await one.fetch()).toJSON(), updated.toJSON());
  });

  it('is listed once, over several pages', async () => {
    await several(4, (number) => service.roles.create({
      friendlyName: `Role ${number}`,
      type: 'service',
      permission: ['createConversation'],
    }));
    const all = await service.roles.list();

    assert.ok(all.some(({ sid }) => sid === created.sid));
    await assertPages(service.roles, all.map(({ sid }) => sid));
  });

  it('is removed', async () => {
    assert.equal(await one.remove(), true);

    await assertGone(one.fetch());
    await assertGone(one.remove());
  });
});
