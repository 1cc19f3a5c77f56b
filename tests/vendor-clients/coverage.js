import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { operations } from './operations.js';
import { sent } from './sandbox.js';

const matches = (path, template) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);

describe('what was sent', () => {
  it('reached all 50 operations, each with its documented status of success', () => {
    const missing = operations.filter(([method, template, status]) =>
      !sent.some((request) => request.method === method && request.status === status && matches(request.path, template)));
    assert.equal(operations.length, 50);
    assert.deepEqual(missing, []);
  });

  it('succeeded with no other status', () => {
    const others = sent.filter((request) => request.status < 300
      && !operations.some(([method, template, status]) =>
        request.method === method && request.status === status && matches(request.path, template)));
    assert.deepEqual(others.map(({ method, path, status }) => [method, path, status]), []);
  });
});
