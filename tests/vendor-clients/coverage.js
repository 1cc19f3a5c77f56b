import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sent } from './sandbox.js';

const table = new URL('../operations/twilio-conversations.json', import.meta.url);
const { operations } = JSON.parse(readFileSync(table, 'utf8'));

const matches = (path, template) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);

const isSuccessOf = ({ method, path, status }, request) =>
  request.method === method && request.status === status && matches(request.path, path);

describe('what was sent', () => {
  it('reached all 50 operations, each with its documented status of success', () => {
    const missing = operations.filter((operation) => !sent.some((request) => isSuccessOf(operation, request)));
    assert.equal(operations.length, 50);
    assert.deepEqual(missing.map(({ name }) => name), []);
  });

  it('succeeded with no other status', () => {
    const others = sent.filter((request) => request.status < 300
      && !operations.some((operation) => isSuccessOf(operation, request)));
    assert.deepEqual(others.map(({ method, path, status }) => [method, path, status]), []);
  });
});
