import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { conversationsApi, sandbox } from './sandbox.js';
import { assertGone, assertPages, assertSid, lastSent } from './story.js';

// A device makes its binding itself; there is no operation that creates one. The sample data has some.
describe('a push binding', () => {
  const { bindings } = conversationsApi.services(sandbox.serviceSid);
  let all;
  let first;
  let one;
  before(async () => {
    all = await bindings.list();
    // The only binding without a push credential is that of an open connection.
    first = all.find(({ bindingType }) => bindingType !== 'twilsock');
    one = bindings(first.sid);
  });

  it('is listed once, over several pages', async () => {
    await assertPages(bindings, all.map(({ sid }) => sid), { pageSize: Math.ceil(all.length / 3) });
  });

  it('names its device, its user and its service', async () => {
    assertSid(first.sid, 'BS');
    assertSid(first.credentialSid, 'CR');
    assert.equal(first.accountSid, sandbox.accountSid);
    assert.equal(first.chatServiceSid, sandbox.serviceSid);
    assert.match(first.bindingType, /^(apn|gcm|fcm|twilsock)$/);
    assert.ok(first.endpoint);
    assert.ok(first.identity);
    assert.ok(Array.isArray(first.messageTypes));
    assert.ok(first.dateCreated instanceof Date);
    assert.ok(first.dateUpdated instanceof Date);
    assert.equal(first.url, `${sandbox.address}/v1/Services/${sandbox.serviceSid}/Bindings/${first.sid}`);
  });

  it('is fetched', async () => {
    assert.deepEqual((await one.fetch()).toJSON(), first.toJSON());
  });

  it('is found by any of several types and identities', async () => {
    const bindingType = [...new Set(all.map((binding) => binding.bindingType))].slice(0, 2);
    const identity = [...new Set(all.map((binding) => binding.identity))].slice(0, 2);
    const sids = (items) => items.map(({ sid }) => sid).sort();

    assert.deepEqual(sids(await bindings.list({ bindingType })),
      sids(all.filter((binding) => bindingType.includes(binding.bindingType))));
    assert.deepEqual(new URLSearchParams(lastSent().query).getAll('BindingType'), bindingType);
    assert.deepEqual(sids(await bindings.list({ identity })), sids(all.filter((binding) => identity.includes(binding.identity))));
    assert.deepEqual(sids(await bindings.list({ bindingType, identity })),
      sids(all.filter((binding) => bindingType.includes(binding.bindingType) && identity.includes(binding.identity))));
  });

  it('is removed', async () => {
    assert.equal(await one.remove(), true);

    await assertGone(one.fetch());
    assert.equal((await bindings.list()).length, all.length - 1);
  });
});
