// What the stories share.
import assert from 'node:assert/strict';
import twilio from 'twilio';
import { conversationsApi, sandbox, sent } from './sandbox.js';

/** A new service for one story, as the client's context of it. */
export async function aService() {
  const { sid } = await conversationsApi.services.create({ friendlyName: 'A story' });
  return conversationsApi.services(sid);
}

/** Makes so many, one after the other. */
export async function several(count, make) {
  const made = [];
  for (let number = 1; number <= count; number++) made.push(await make(number));
  return made;
}

/** The request that was sent last. */
export const lastSent = () => sent.at(-1);

export function assertSid(sid, prefix) {
  assert.match(sid, new RegExp(`^${prefix}[0-9a-f]{32}$`));
}

/** A date of now, give or take what a slow machine takes. */
export function assertRecent(date) {
  assert.ok(date instanceof Date, `${date} is no Date`);
  assert.ok(Math.abs(Date.now() - date) < 60_000, `${date.toISOString()} is not recent`);
}

export async function assertRefused(promise, status, code, message = /./) {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof twilio.RestException, `${error} is no RestException`);
    assert.deepEqual({ status: error.status, code: error.code }, { status, code });
    assert.match(error.message, message);
    assert.match(error.moreInfo, new RegExp(`/${code}$`));
    return true;
  });
}

export const assertGone = (promise) => assertRefused(promise, 404, 20404);

/**
 * Reads a list in each of the client's ways, page by page. All of them are to find each of the expected items once, and nothing else.
 * `list` is the client's list, `expected` what `key` is to be of each item, `filter` what else the list is asked for, and `address` where
 * the pages are to be.
 */
export async function assertPages(list, expected, { pageSize = 2, key = 'sid', filter = {}, address = sandbox.address } = {}) {
  const keys = (items) => items.map((item) => item[key]);
  const wanted = expected.toSorted();
  const pages = Math.ceil(expected.length / pageSize);
  assert.ok(pages > 1, 'one page proves nothing');

  let before = sent.length;
  assert.deepEqual(keys(await list.list({ ...filter, pageSize })).sort(), wanted);
  assert.equal(sent.length - before, pages);

  const seen = [];
  await list.each({ ...filter, pageSize }, (item) => seen.push(item));
  assert.deepEqual(keys(seen).sort(), wanted);

  before = sent.length;
  assert.equal((await list.list({ ...filter, pageSize, limit: pageSize + 1 })).length, pageSize + 1);
  assert.equal(sent.length - before, 2);

  const first = await list.page({ ...filter, pageSize });
  const walked = [...first.instances];
  let page = first;
  while (page.nextPageUrl) {
    assert.ok(page.nextPageUrl.startsWith(`${address}/v1/`), page.nextPageUrl);
    page = await page.nextPage();
    walked.push(...page.instances);
  }
  assert.deepEqual(keys(walked).sort(), wanted);
  assert.equal(page.nextPage(), undefined);

  const second = await list.getPage(first.nextPageUrl);
  assert.deepEqual(keys((await second.previousPage()).instances), keys(first.instances));
}
