// Zendesk's own client of Sunshine Conversations, made to talk to the sandbox.
import assert from 'node:assert/strict';
import sunshine from 'sunshine-conversations-client';
import { sandbox, sent } from './sandbox.js';

const { ApiClient, ConversationsApi, MessagesApi, ParticipantsApi } = sunshine;

/** The client's conversations, with the credentials of the sandbox unless others are given. What was sent is noted down. */
export function connectSunshine({ username = sandbox.sunshineKeyId, password = sandbox.sunshineKeySecret, accessToken } = {}) {
  const client = new ApiClient();
  client.basePath = sandbox.sunshineAddress;
  if (accessToken) client.authentications.bearerAuth.accessToken = accessToken;
  else Object.assign(client.authentications.basicAuth, { username, password });
  client.plugins = [(request) => request.on('response', noteDown)];
  return new ConversationsApi(client);
}

export const appId = sandbox.sunshineAppId;

export const conversations = connectSunshine();

export const messages = new MessagesApi(conversations.apiClient);

export const participants = new ParticipantsApi(conversations.apiClient);

export async function assertSunshineRefused(promise, status, code, title = /./) {
  await assert.rejects(promise, (refusal) => {
    assert.equal(refusal.status, status);
    assert.deepEqual(refusal.body.errors.map((error) => error.code), [code]);
    assert.match(refusal.body.errors[0].title, title);
    return true;
  });
}

function noteDown({ req, request, status }) {
  const [path, query] = req.path.slice(new URL(sandbox.sunshineAddress).pathname.length).split('?');
  const { data } = request.toJSON();
  sent.push({ api: 'sunshine', method: req.method, path, query, headers: req.getHeaders(), body: JSON.stringify(data), status });
}
