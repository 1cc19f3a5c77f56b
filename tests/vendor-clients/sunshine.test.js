import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { before, describe, it } from 'node:test';
import sunshine from 'sunshine-conversations-client';
import { sandbox } from './sandbox.js';
import { assertRecent, lastSent, several } from './story.js';
import { appId, assertSunshineRefused, connectSunshine, conversations, messages, participants } from './sunshine.js';

const { Author, ConversationCreateBody, ConversationListFilter, ConversationUpdateBody, MessagePost, Page, ParticipantWithUserId, TextMessage } = sunshine;
const userId = sandbox.sunshineUserId;
const filter = ConversationListFilter.constructFromObject({ userId });

function group(fields = {}) {
  const participant = ParticipantWithUserId.constructFromObject({ userId, subscribeSDKClient: false });
  return Object.assign(new ConversationCreateBody('sdkGroup'), { participants: [participant] }, fields);
}

const update = (id, fields) =>
  conversations.updateConversation(appId, id, Object.assign(new ConversationUpdateBody(), fields));

describe('a conversation of Sunshine', () => {
  const fields = {
    displayName: 'Order 7',
    description: 'Where is it?',
    iconUrl: 'https://www.example.com/icon.png',
    metadata: { lang: 'en-ca', orders: 3, vip: true },
  };
  let created;

  it('is created', async () => {
    ({ conversation: created } = await conversations.createConversation(appId, group(fields)));

    assert.match(created.id, /^[0-9a-f]{24}$/);
    assert.equal(created.type, 'sdkGroup');
    assert.equal(created.isDefault, false);
    for (const [name, value] of Object.entries(fields)) assert.deepEqual(created[name], value);
    assertRecent(new Date(created.lastUpdatedAt));
    assert.equal(lastSent().status, 201);
    assert.equal(lastSent().body, JSON.stringify(group(fields)));
  });

  it('is fetched', async () => {
    assert.deepEqual((await conversations.getConversation(appId, created.id)).conversation, created);
  });

  it('is updated, and keeps what the update does not name', async () => {
    const { conversation } = await update(created.id, { displayName: 'Order 8', metadata: { lang: 'de' } });

    assert.deepEqual({ ...conversation }, { ...created, displayName: 'Order 8', metadata: { lang: 'de' } });
    assert.deepEqual((await conversations.getConversation(appId, created.id)).conversation, conversation);
  });

  it('loses what is null', async () => {
    await update(created.id, { displayName: null, description: null, iconUrl: null, metadata: null });

    const { conversation } = await conversations.getConversation(appId, created.id);
    for (const name of Object.keys(fields)) assert.equal(conversation[name], undefined);
  });

  it('keeps its type and its participants', async () => {
    await assertSunshineRefused(update(created.id, { type: 'personal' }), 400, 'bad_request', /type/);
    await assertSunshineRefused(update(created.id, { participants: [] }), 400, 'bad_request', /participants/);
  });

  it('is deleted', async () => {
    await conversations.deleteConversation(appId, created.id);
    assert.equal(lastSent().status, 200);

    await assertSunshineRefused(conversations.getConversation(appId, created.id), 404, 'conversation_not_found');
    await assertSunshineRefused(conversations.deleteConversation(appId, created.id), 404, 'conversation_not_found');
  });
});

describe('the conversations of a user', () => {
  const usualSize = 25;
  const read = async (page, by = filter) => {
    const list = await conversations.listConversations(appId, by, { page: page && Page.constructFromObject(page) });
    return { ...list, ids: list.conversations.map(({ id }) => id) };
  };
  let ids;
  before(async () => {
    await several(usualSize, () => conversations.createConversation(appId, group()));
    ({ ids } = await read({ size: 100 }));
    assert.ok(ids.length > usualSize && ids.length < 100, 'one page proves nothing');
  });

  // This client sends only the first property of a page, so a cursor comes without a size.
  it('are read forth and back, page by page', async () => {
    const forth = [await read()];
    while (forth.at(-1).meta.hasMore) forth.push(await read({ after: forth.at(-1).meta.afterCursor }));
    assert.equal(forth.length, Math.ceil(ids.length / usualSize));
    assert.deepEqual(forth.flatMap((page) => page.ids), ids);
    assert.equal(forth.at(-1).meta.afterCursor, undefined);
    assert.equal(forth[0].meta.beforeCursor, undefined);

    const back = await read({ before: forth[1].meta.beforeCursor });
    assert.deepEqual(back.ids, forth[0].ids);
    assert.equal(back.meta.hasMore, false);
  });

  it('are linked to the next page', async () => {
    const { ids: first, links, meta } = await read({ size: 2 });

    assert.deepEqual(first, ids.slice(0, 2));
    assert.equal(meta.afterCursor, ids[1]);
    assert.ok(links.next.startsWith(`${sandbox.sunshineAddress}/v2/apps/${appId}/conversations?`), links.next);
    const next = new URL(links.next).searchParams;
    assert.deepEqual([next.get('filter[userId]'), next.get('page[after]'), next.get('page[size]')], [userId, ids[1], '2']);
    assert.equal(links.prev, undefined);
  });

  it('are found by external id too', async () => {
    const by = ConversationListFilter.constructFromObject({ userExternalId: sandbox.sunshineUserExternalId });
    assert.deepEqual((await read({ size: 100 }, by)).ids, ids);
  });

  it('have one default, which cannot be deleted', async () => {
    const { conversations: all } = await read({ size: 100 });
    const defaults = all.filter(({ isDefault }) => isDefault);

    assert.deepEqual(defaults.map(({ type }) => type), ['personal']);
    const [{ id }] = defaults;
    await assertSunshineRefused(conversations.deleteConversation(appId, id), 400, 'bad_request', new RegExp(`${id}.*default`));
    assert.equal((await conversations.getConversation(appId, id)).conversation.id, id);
  });

  it('can be deleted while they are read', async () => {
    const { ids: first, meta } = await read();
    const last = first.at(-1);
    await conversations.deleteConversation(appId, last);

    assert.equal(meta.afterCursor, last);
    assert.deepEqual((await read({ after: last })).ids[0], ids[usualSize]);
  });
});

describe('what was said in a conversation of Sunshine', () => {
  const read = (id, page) => messages.listMessages(appId, id, { page: page && Page.constructFromObject(page) });

  it('is read from the newest page back to the first', async () => {
    const { conversations: mine } = await conversations.listConversations(appId, filter, { page: Page.constructFromObject({ size: 1 }) });
    const [{ id, lastUpdatedAt }] = mine;
    const pages = [await read(id)];
    while (pages[0].meta.hasMore) pages.unshift(await read(id, { before: pages[0].meta.beforeCursor }));
    assert.ok(pages.length > 2, 'one page proves nothing');

    const walked = pages.flatMap((page) => page.messages);
    assert.equal(new Set(walked.map((message) => message.id)).size, walked.length);
    assert.deepEqual(walked.map(({ received }) => received), walked.map(({ received }) => received).sort());
    assert.equal(walked.at(-1).received, lastUpdatedAt);
    assert.equal(pages.at(-1).messages.length, 100);
    for (const { author, content, source } of walked) {
      assert.ok(['user', 'business'].includes(author.type));
      assert.ok(content.type.length > 0 && source.type.length > 0);
    }
  });

  it('is added to, and then the conversation is as new as the message', async () => {
    const { conversation } = await conversations.createConversation(appId, group());
    assert.deepEqual((await read(conversation.id)).messages, []);

    const content = Object.assign(new TextMessage('text'), { text: 'Good morning' });
    const { messages: [posted] } = await messages.postMessage(appId, conversation.id, new MessagePost(new Author('business'), content));
    assert.equal(lastSent().status, 201);
    assert.deepEqual((await read(conversation.id)).messages, [posted]);
    assert.equal((await conversations.getConversation(appId, conversation.id)).conversation.lastUpdatedAt, posted.received);

    const { participants: people, meta } = await participants.listParticipants(appId, conversation.id);
    assert.deepEqual(people.map((one) => [one.userId, one.unreadCount]), [[userId, 1]]);
    assert.equal(meta.hasMore, false);
    await conversations.deleteConversation(appId, conversation.id);
    await assertSunshineRefused(participants.listParticipants(appId, conversation.id), 404, 'conversation_not_found');
  });
});

describe('Sunshine refuses', () => {
  const list = (by, page) => conversations.listConversations(appId, by, { page });
  const none = '0'.repeat(24);

  it('a list that is not of one user, or of an unknown one', async () => {
    await assertSunshineRefused(list({}), 400, 'bad_request');
    await assertSunshineRefused(list({ userId: none }), 404, 'user_not_found');
  });

  it('a page that cannot be', async () => {
    await assertSunshineRefused(list(filter, { size: 101 }), 400, 'bad_request', /page\[size\]/);
    await assertSunshineRefused(list(filter, { after: 'x' }), 400, 'bad_request', /page\[after\]/);
  });

  it('an unknown app and participant', async () => {
    await assertSunshineRefused(conversations.getConversation(none, none), 404, 'app_not_found');
    const stranger = group({ participants: [{ userId: none, subscribeSDKClient: false }] });
    await assertSunshineRefused(conversations.createConversation(appId, stranger), 404, 'user_not_found');
  });

  it('a field that is too long or has parts', async () => {
    await assertSunshineRefused(conversations.createConversation(appId, group({ displayName: 'x'.repeat(101) })), 400, 'bad_request');
    await assertSunshineRefused(conversations.createConversation(appId, group({ metadata: { a: { b: 1 } } })), 400, 'bad_request');
  });

  it('a wrong secret', async () => {
    await assertSunshineRefused(connectSunshine({ password: 'wrong' }).listConversations(appId, filter), 401, 'unauthorized');
  });
});

describe('a token for Sunshine', () => {
  const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const sign = (claims, secret) => {
    const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid: sandbox.sunshineKeyId })}.${encode(claims)}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };
  const listWith = (accessToken) => connectSunshine({ accessToken }).listConversations(appId, filter);

  it('opens the app when it is signed with the secret of the key', async () => {
    const { conversations: first } = await listWith(sign({ scope: 'app' }, sandbox.sunshineKeySecret));
    assert.ok(first.length > 0);
  });

  it('is refused when it is signed with another', async () => {
    await assertSunshineRefused(listWith(sign({ scope: 'app' }, 'another')), 401, 'unauthorized');
  });
});
