import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sent } from './sandbox.js';

const read = (folder) => readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

const tables = read(new URL('../operations/', import.meta.url));

// What the sandbox has besides, for archives and rehearsals.
const siblings = read(new URL('../operations/siblings/', import.meta.url));

const documented = { 'twilio-conversations': 50, 'twilio-proxy': 5, telnyx: 7, sunshine: 5 };

const matches = (path, template) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);

const isSuccessOf = ({ method, path, status }, request) =>
  request.method === method && request.status === status && matches(request.path, path);

describe('what was sent', () => {
  it('went to the APIs whose operations are known, 67 in all', () => {
    const counted = Object.fromEntries(tables.map(({ api, operations }) => [api, operations.length]));
    assert.deepEqual(counted, documented);
    assert.deepEqual([...new Set(sent.map(({ api }) => api))].sort(), Object.keys(documented).sort());
  });

  for (const { api, operations } of tables) {
    const ofApi = () => sent.filter((request) => request.api === api);

    it(`reached all ${documented[api]} operations of ${api}, each with its documented status of success`, () => {
      const missing = operations.filter((operation) => !ofApi().some((request) => isSuccessOf(operation, request)));
      assert.deepEqual(missing.map(({ name }) => name), []);
    });

    const besides = siblings.find((table) => table.api === api)?.operations ?? [];

    it(`reached the siblings of ${api}, too`, () => {
      const missing = besides.filter((operation) => !ofApi().some((request) => isSuccessOf(operation, request)));
      assert.deepEqual(missing.map(({ name }) => name), []);
    });

    it(`succeeded with nothing outside the tables of ${api}`, () => {
      const others = ofApi().filter((request) => request.status < 300
        && ![...operations, ...besides].some((operation) => isSuccessOf(operation, request)));
      assert.deepEqual(others.map(({ method, path, status }) => [method, path, status]), []);
    });
  }
});
