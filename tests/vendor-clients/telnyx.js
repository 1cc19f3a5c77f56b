// Makes Telnyx's own client talk to the sandbox.
import assert from 'node:assert/strict';
import Telnyx from 'telnyx';
import { sandbox, sent } from './sandbox.js';

/** What the client sends goes out unchanged, and is noted down once it is answered. */
async function recordingFetch(url, init) {
  const { pathname, search } = new URL(url);
  const response = await fetch(url, init);
  sent.push({
    api: 'telnyx',
    method: init.method.toUpperCase(),
    path: pathname.slice(new URL(sandbox.telnyxAddress).pathname.length),
    query: search.slice(1),
    headers: Object.fromEntries(new Headers(init.headers)),
    body: init.body,
    status: response.status,
  });
  return response;
}

/** Telnyx's own client, with the key of the sandbox unless another is given. */
export function connectTelnyx(apiKey = sandbox.telnyxApiKey) {
  return new Telnyx({
    apiKey,
    baseURL: `${sandbox.telnyxAddress}/v2`,
    fetch: recordingFetch,
    maxRetries: 0,
  }).ai.conversations;
}

export const telnyxConversations = connectTelnyx();

/** Refused by the platform, with a code. */
export async function assertTelnyxCode(promise, kind, code) {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof kind, `${error} is no ${kind.name}`);
    assert.equal(error.error.errors[0].code, code);
    return true;
  });
}

/** Refused by validation, which tells where. */
export async function assertTelnyxInvalid(promise, location) {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof Telnyx.UnprocessableEntityError, `${error} is no UnprocessableEntityError`);
    assert.deepEqual(error.error.detail[0].loc, location);
    return true;
  });
}

export async function assertTelnyxGone(promise) {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof Telnyx.NotFoundError, `${error} is no NotFoundError`);
    assert.deepEqual(error.error, { detail: 'Conversation Not Found' });
    return true;
  });
}
