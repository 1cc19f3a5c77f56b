import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect, conversationsApi, sandbox } from './sandbox.js';
import { assertGone, assertPages, assertRecent, assertRefused, assertSid, lastSent, several } from './story.js';

describe('a service', () => {
  let created;
  let one;

  it('is created with a friendly name', async () => {
    created = await conversationsApi.services.create({ friendlyName: 'Kundendienst & Söhne + 1' });

    one = conversationsApi.services(created.sid);
    assertSid(created.sid, 'IS');
    assert.equal(created.accountSid, sandbox.accountSid);
    assert.equal(created.friendlyName, 'Kundendienst & Söhne + 1');
    assertRecent(created.dateCreated);
    assertRecent(created.dateUpdated);
    assert.equal(created.url, `${sandbox.address}/v1/Services/${created.sid}`);
    for (const link of ['conversations', 'users', 'roles', 'bindings', 'configuration', 'participant_conversations']) {
      assert.ok(created.links[link].startsWith(`${created.url}/`), link);
    }
    assert.match(lastSent().headers.authorization, /^Basic /);
    assert.match(lastSent().headers['user-agent'], /^twilio-node\//);
  });

  it('is fetched', async () => {
    const fetched = await one.fetch();

    assert.deepEqual(fetched.toJSON(), created.toJSON());
  });

  it('is listed once, over several pages', async () => {
    await several(3, (number) => conversationsApi.services.create({ friendlyName: `Service ${number}` }));
    const all = await conversationsApi.services.list();

    assert.ok(all.some(({ sid }) => sid === created.sid));
    await assertPages(conversationsApi.services, all.map(({ sid }) => sid), { pageSize: 3 });
  });

  it('is removed, with all that is in it', async () => {
    const conversation = await one.conversations.create();

    assert.equal(await one.remove(), true);

    await assertGone(one.fetch());
    await assertGone(one.remove());
    await assertGone(one.conversations(conversation.sid).fetch());
    await assertGone(one.roles.list());
  });

  it('is not shown to somebody with another token', async () => {
    await assertRefused(connect(sandbox.accountSid, 'not the token').services(sandbox.serviceSid).fetch(), 401, 20003);
  });
});
