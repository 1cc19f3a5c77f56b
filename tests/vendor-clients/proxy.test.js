import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connectToProxy, sandbox } from './sandbox.js';
import { assertGone, assertPages, assertRecent, assertRefused, assertSid, lastSent, several } from './story.js';

const proxyOf = (api) => api.services(sandbox.proxyServiceSid);

describe('a session of Proxy', () => {
  const service = proxyOf(connectToProxy());
  const ana = { Identifier: '+12025550111', FriendlyName: 'Ana & Zoë', ProxyIdentifier: '+15005550100' };
  const ben = { Identifier: '+12025550122' };
  let created;
  let one;

  it('is created with all that it can have', async () => {
    created = await service.sessions.create({
      uniqueName: 'Order #4711 / é',
      dateExpiry: new Date(Date.now() + 60 * 60 * 1000),
      ttl: 7200,
      mode: 'voice-only',
      status: 'in-progress',
      participants: [ana, ben],
    });

    one = service.sessions(created.sid);
    assertSid(created.sid, 'KC');
    assert.equal(created.serviceSid, sandbox.proxyServiceSid);
    assert.equal(created.accountSid, sandbox.accountSid);
    assert.equal(created.uniqueName, 'Order #4711 / é');
    assert.equal(created.status, 'in-progress');
    assert.equal(created.mode, 'voice-only');
    assert.equal(created.ttl, 7200);
    assert.equal(created.closedReason, '');
    assertRecent(created.dateCreated);
    assertRecent(created.dateUpdated);
    assertRecent(created.dateStarted);
    assertRecent(new Date(created.dateExpiry - 60 * 60 * 1000));
    assert.equal(created.url, `${sandbox.proxyAddress}/v1/Services/${sandbox.proxyServiceSid}/Sessions/${created.sid}`);
    assert.deepEqual(created.links, {
      interactions: `${created.url}/Interactions`,
      participants: `${created.url}/Participants`,
    });
  });

  it('was sent to Proxy as a form, each participant as a JSON object of its own', () => {
    assert.equal(lastSent().api, 'twilio-proxy');
    assert.equal(lastSent().path, `/v1/Services/${sandbox.proxyServiceSid}/Sessions`);
    assert.equal(lastSent().headers['content-type'], 'application/x-www-form-urlencoded');
    assert.deepEqual(new URLSearchParams(lastSent().body).getAll('Participants').map(JSON.parse), [ana, ben]);
  });

  it('is fetched, by its SID and by its unique name', async () => {
    assert.deepEqual((await one.fetch()).toJSON(), created.toJSON());
    assert.equal((await service.sessions(encodeURIComponent('Order #4711 / é')).fetch()).sid, created.sid);
    await assertRefused(service.sessions('Order-4712').fetch(), 404, 80308);
  });

  it('does not share its unique name', async () => {
    await assertRefused(service.sessions.create({ uniqueName: 'Order #4711 / é' }), 400, 80603);
  });

  it('takes two participants, each once, of the fields that a participant has', async () => {
    const cas = { Identifier: '+12025550133' };
    await assertRefused(service.sessions.create({ participants: [ana, ben, cas] }), 400, 80609);
    await assertRefused(service.sessions.create({ participants: [ana, ana] }), 400, 80103);
    await assertRefused(service.sessions.create({ participants: [{ identifier: '+12025550111' }] }), 400, 20001, /identifier/);
    await assertRefused(service.sessions.create({ participants: [{ FriendlyName: 'Ana' }] }), 400, 20001, /Identifier/);
    await assertRefused(service.sessions.create({ participants: [{ ...cas, ProxyIdentifier: '+12025550144' }] }), 400, 80605);
  });

  it('is closed, and then takes nothing but to be opened again', async () => {
    const closed = await one.update({ status: 'closed' });
    assert.equal(closed.status, 'closed');
    assertRecent(closed.dateEnded);
    assert.notEqual(closed.closedReason, '');
    await assertRefused(one.update({ ttl: 60 }), 400, 80607);

    const dateExpiry = new Date('2099-01-02T03:04:05Z');
    const open = await one.update({ status: 'in-progress', ttl: 60, dateExpiry });
    assert.equal(open.status, 'in-progress');
    assert.equal(open.ttl, 60);
    assert.deepEqual(open.dateExpiry, dateExpiry);
    assert.equal(open.closedReason, '');
    assert.equal(new URLSearchParams(lastSent().body).get('DateExpiry'), '2099-01-02T03:04:05Z');
    await assertRefused(one.update({ status: 'failed' }), 400, 80608);
  });

  it('is opened again with time to come, or not at all', async () => {
    const past = await service.sessions.create({ dateExpiry: new Date('2020-01-01T00:00:00Z') });
    assert.equal(past.status, 'closed');
    await assertRefused(service.sessions(past.sid).update({ status: 'in-progress' }), 400, 80904);
    await service.sessions(past.sid).remove();
  });

  it('is listed once, over several pages', async () => {
    await several(3, (number) => service.sessions.create({ uniqueName: `listed ${number}` }));
    const known = (await service.sessions.list({ pageSize: 100 })).map(({ sid }) => sid);

    assert.equal(new Set(known).size, 20 + 1 + 3);
    await assertPages(service.sessions, known, { pageSize: 9, address: sandbox.proxyAddress });
    await assertRefused(service.sessions.list({ pageSize: 101 }), 400, 20001, /PageSize/);
  });

  it('belongs to the one service, and to those who have the token', async () => {
    await assertGone(connectToProxy().services(`KS${'0'.repeat(32)}`).sessions.list());
    await assertRefused(proxyOf(connectToProxy(sandbox.accountSid, 'not the token')).sessions(created.sid).fetch(), 401, 20003);
  });

  it('is removed, by its SID only', async () => {
    await assertGone(service.sessions(encodeURIComponent('Order #4711 / é')).remove());
    assert.equal(await one.remove(), true);

    assert.equal(lastSent().status, 204);
    await assertGone(one.fetch());
    await assertGone(one.remove());
  });
});

describe('what went through a session of Proxy', () => {
  const service = proxyOf(connectToProxy());

  it('is read with the participants whose it is, over several pages', async () => {
    const sessions = await service.sessions.list({ pageSize: 100 });
    const logs = await Promise.all(sessions.map(({ sid }) => service.sessions(sid).interactions.list({ pageSize: 100 })));
    const at = logs.findIndex((log) => log.length > 4);
    assert.ok(at >= 0, 'one page proves nothing');
    const one = service.sessions(sessions[at].sid);
    const people = (await one.participants.list()).map(({ sid }) => sid);

    await assertPages(one.interactions, logs[at].map(({ sid }) => sid), { address: sandbox.proxyAddress });
    for (const interaction of logs[at]) {
      assertSid(interaction.sid, 'KI');
      assert.ok(people.includes(interaction.outboundParticipantSid));
      assert.ok(['message', 'voice'].includes(interaction.type));
      if (interaction.type === 'message') assert.equal(typeof JSON.parse(interaction.data).body, 'string');
    }
  });

  it('is added to by a message from the account', async () => {
    const session = await service.sessions.create({ participants: [{ Identifier: '+12025550155', FriendlyName: 'Eva' }] });
    const one = service.sessions(session.sid);
    const [eva] = await one.participants.list();
    assertSid(eva.sid, 'KP');
    assert.deepEqual([eva.identifier, eva.friendlyName, eva.dateDeleted], ['+12025550155', 'Eva', null]);

    const sent = await one.participants(eva.sid).messageInteractions.create({ body: 'Good morning' });
    assert.equal(sent.data, '{"body":"Good morning"}');
    assert.equal(sent.outboundParticipantSid, eva.sid);
    assert.deepEqual((await one.participants(eva.sid).messageInteractions.list()).map(({ sid }) => sid), [sent.sid]);
    assert.deepEqual((await one.interactions.list()).map(({ sid }) => sid), [sent.sid]);
    const { status, dateLastInteraction } = await one.fetch();
    assert.equal(status, 'in-progress');
    assert.deepEqual(dateLastInteraction, sent.dateCreated);
    await one.remove();
    await assertGone(one.interactions.list());
  });
});
