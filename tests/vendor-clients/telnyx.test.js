import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import Telnyx from 'telnyx';
import { lastSent } from './story.js';
import {
  assertTelnyxCode, assertTelnyxGone, assertTelnyxInvalid, connectTelnyx, telnyxConversations as conversations,
} from './telnyx.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const milliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const ids = ({ data }) => data.map(({ id }) => id);

describe('an AI conversation', () => {
  let made;
  before(async () => {
    made = await conversations.create({ name: 'A story', metadata: { ticket: 'T 1+1', ai_disabled: 'true' } });
  });

  it('begins', () => {
    assert.match(made.id, uuid);
    assert.equal(made.name, 'A story');
    assert.match(made.created_at, milliseconds);
    assert.equal(made.last_message_at, made.created_at);
    assert.ok(Math.abs(Date.now() - new Date(made.created_at)) < 60_000, made.created_at);
    assert.deepEqual(made.metadata, { ticket: 'T 1+1', ai_disabled: 'true' });
  });

  it('is found by its id', async () => {
    assert.deepEqual((await conversations.retrieve(made.id)).data, made);
  });

  it('gets other metadata', async () => {
    const { data } = await conversations.update(made.id, { metadata: { ticket: 'T 2' } });

    assert.deepEqual(data, { ...made, metadata: { ticket: 'T 2' } });
    assert.deepEqual((await conversations.retrieve(made.id)).data, data);
  });

  it('has no messages and no insights yet', async () => {
    assert.deepEqual((await conversations.messages.list(made.id)).data, []);
    assert.deepEqual((await conversations.retrieveConversationsInsights(made.id)).data, []);
  });

  it('is deleted for good', async () => {
    await conversations.delete(made.id);

    assert.equal(lastSent().status, 200);
    await assertTelnyxGone(conversations.retrieve(made.id));
    await assertTelnyxGone(conversations.update(made.id, { metadata: {} }));
    await assertTelnyxGone(conversations.delete(made.id));
  });

  it('is created once for one idempotency key', async () => {
    const key = randomUUID();
    const first = await conversations.create({ name: 'Once', 'Idempotency-Key': key });
    const again = await conversations.create({ name: 'Once', 'Idempotency-Key': key });

    assert.deepEqual(again, first);
    assert.equal(lastSent().headers['idempotency-key'], key);
    assert.deepEqual(ids(await conversations.list({ name: 'eq.Once' })), [first.id]);
    await assertTelnyxCode(conversations.create({ name: 'Twice', 'Idempotency-Key': key }), Telnyx.UnprocessableEntityError, '10027');
    await assertTelnyxCode(conversations.create({ name: 'Bad', 'Idempotency-Key': 'a b' }), Telnyx.BadRequestError, '10015');
  });

  it('is refused with what is wrong about it', async () => {
    await assertTelnyxInvalid(conversations.create({ name: 1 }), ['body', 'name']);
    await assertTelnyxInvalid(conversations.create({ metadata: { a: { b: 'c' } } }), ['body', 'metadata', 'a']);
    await assertTelnyxInvalid(conversations.create({ title: 'x' }), ['body', 'title']);
    await assertTelnyxInvalid(conversations.retrieve('1'), ['path', 'conversation_id']);
    await assertTelnyxGone(conversations.messages.list(randomUUID()));
    await assertTelnyxGone(conversations.retrieveConversationsInsights(randomUUID()));
  });

  it('is for those who have the key', async () => {
    await assertTelnyxCode(connectTelnyx('KEY0').list(), Telnyx.AuthenticationError, '10009');
  });
});

describe('the list of AI conversations', () => {
  const batch = randomUUID();
  const inBatch = { 'metadata->batch': `eq.${batch}` };
  let first;
  let second;
  let third;
  before(async () => {
    first = await conversations.create({ name: 'Voice (1)', metadata: { batch, telnyx_end_user_target: '+13128675309' } });
    second = await conversations.create({ name: 'Voice, 2', metadata: { batch, telnyx_end_user_target: '+13128675310' } });
    third = await conversations.create({ name: 'Text', metadata: { batch } });
  });

  it('holds what the sandbox began with', async () => {
    const { data } = await conversations.list({ limit: 1000, order: 'created_at.asc' });

    assert.ok(data.length >= 200, `${data.length} are not enough`);
    assert.deepEqual(data.map(({ created_at }) => created_at), data.map(({ created_at }) => created_at).sort());
  });

  it('is filtered by name, pattern and metadata', async () => {
    assert.deepEqual(ids(await conversations.list({ ...inBatch, name: 'eq.Text' })), [third.id]);
    assert.deepEqual(ids(await conversations.list({ ...inBatch, name: 'like.Voice%', order: 'name.asc' })), [first.id, second.id]);
    assert.deepEqual(ids(await conversations.list({ ...inBatch, 'metadata->telnyx_end_user_target': 'eq.+13128675310' })), [second.id]);
    assert.deepEqual(ids(await conversations.list({ id: `in.(${first.id},${third.id})`, order: 'name.desc' })), [first.id, third.id]);
  });

  it('is filtered by date', async () => {
    const from = first.created_at;
    assert.equal((await conversations.list({ ...inBatch, created_at: `gte.${from}` })).data.length, 3);
    assert.equal((await conversations.list({ ...inBatch, last_message_at: `lt.${from}` })).data.length, 0);
  });

  it('knows alternatives', async () => {
    const or = `(name.eq."Voice, 2",and(name.eq.Text,metadata->batch.eq.${batch}))`;

    assert.deepEqual(ids(await conversations.list({ ...inBatch, or, order: 'name.asc' })), [third.id, second.id]);
  });

  it('gives no more than asked for', async () => {
    assert.deepEqual(ids(await conversations.list({ ...inBatch, limit: 2, order: 'name.asc' })), [third.id, first.id]);
  });

  it('refuses filters that it does not know or cannot read', async () => {
    await assertTelnyxInvalid(conversations.list({ nmae: 'eq.Text' }), ['query', 'nmae']);
    await assertTelnyxInvalid(conversations.list({ created_at: 'gte.yesterday' }), ['query', 'created_at']);
    await assertTelnyxInvalid(conversations.list({ limit: 0 }), ['query', 'limit']);
    await assertTelnyxInvalid(conversations.list({ order: 'created_at.down' }), ['query', 'order']);
  });
});

describe('what was said in an AI conversation', () => {
  it('is read page by page', async () => {
    const { data } = await conversations.list({ limit: 20, 'metadata->batch': 'is.null' });
    const whole = await Promise.all(data.map(({ id }) => conversations.messages.list(id, { 'page[size]': 100 })));
    const at = whole.findIndex(({ data: messages }) => messages.length > 20);
    assert.ok(at >= 0, 'one page proves nothing');

    const walked = [];
    for await (const message of conversations.messages.list(data[at].id, { 'page[size]': 7 })) walked.push(message);

    assert.deepEqual(walked, whole[at].data);
    assert.equal(whole[at].meta.total_results, walked.length);
    const { searchParams } = new URL(`?${lastSent().query}`, 'https://api.telnyx.com');
    assert.deepEqual([...searchParams], [['page[size]', '7'], ['page[number]', String(Math.ceil(walked.length / 7))]]);
    for (const { role, created_at } of walked) {
      assert.ok(['user', 'assistant', 'tool'].includes(role), role);
      assert.match(created_at, milliseconds);
    }
    await assertTelnyxInvalid(conversations.messages.list(data[at].id, { 'page[size]': 101 }), ['query', 'page[size]']);
  });

  it('is added to, and then the conversation is as new as the message', async () => {
    const { id } = await conversations.create({ name: 'Said by hand' });
    await conversations.addMessage(id, { role: 'user', content: 'Good morning' });

    const { data: [message] } = await conversations.messages.list(id);
    assert.deepEqual([message.role, message.text], ['user', 'Good morning']);
    assert.equal((await conversations.retrieve(id)).data.last_message_at, message.created_at);
    await conversations.delete(id);
  });

  it('has insights', async () => {
    const { data } = await conversations.list({ limit: 20, 'metadata->batch': 'is.null' });
    const answers = await Promise.all(data.map(({ id }) => conversations.retrieveConversationsInsights(id)));
    const insights = answers.flatMap((answer) => answer.data);

    assert.ok(answers.every((answer) => answer.meta.total_results === answer.data.length));
    assert.ok(insights.some(({ status, conversation_insights: found }) => status === 'completed' && found[0].result.length > 0));
    assert.ok(insights.every(({ id }) => uuid.test(id)));
  });
});
