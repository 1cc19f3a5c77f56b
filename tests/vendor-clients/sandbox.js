// Starts `conv sandbox` once for this process, and makes Twilio's own client talk to it; those of the others are in telnyx.js and sunshine.js.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import twilio from 'twilio';
import { builtProgram } from './program.js';

/** Every request that was answered, as it went over the wire, by any client: api, method, path, query, headers, body, status. */
export const sent = [];

/** Where the sandbox listens for each API, and the credentials and names that it knows. */
export const sandbox = await start();

const twilioApis = [
  { api: 'twilio-conversations', address: 'https://conversations.twilio.com', sandboxAddress: sandbox.address },
  { api: 'twilio-proxy', address: 'https://proxy.twilio.com', sandboxAddress: sandbox.proxyAddress },
];

/** Twilio's HTTP client. Only the address differs, and what was sent is noted down. */
class SandboxRequestClient extends twilio.RequestClient {
  constructor() {
    super();
    this.axios.interceptors.response.use((response) => {
      const { method, path: target } = response.request;
      const { api, basePath } = twilioApis
        .map(({ api, sandboxAddress }) => ({ api, basePath: new URL(sandboxAddress).pathname }))
        .find(({ basePath }) => target.startsWith(`${basePath}/`));
      const [path, query] = target.slice(basePath.length).split('?');
      sent.push({
        api,
        method,
        path,
        query,
        headers: response.request.getHeaders(),
        body: response.config.data,
        status: response.status,
      });
      return response;
    });
  }

  request(options) {
    const { uri } = options;
    const led = twilioApis.find(({ address, sandboxAddress }) => [address, sandboxAddress].some((start) => uri.startsWith(`${start}/`)));
    if (!led) {
      throw new Error(`The client was led away to ${uri}.`);
    }
    return super.request({ ...options, uri: uri.replace(`${led.address}/`, `${led.sandboxAddress}/`) });
  }
}

const twilioClient = (accountSid, authToken) => twilio(accountSid, authToken, { httpClient: new SandboxRequestClient() });

/** Twilio's own client, with the credentials of the sandbox unless others are given. */
export function connect(accountSid = sandbox.accountSid, authToken = sandbox.authToken) {
  return twilioClient(accountSid, authToken).conversations.v1;
}

/** The same for Proxy. */
export function connectToProxy(accountSid = sandbox.accountSid, authToken = sandbox.authToken) {
  return twilioClient(accountSid, authToken).proxy.v1;
}

export const conversationsApi = connect();

async function start() {
  forgetSettings();
  const child = spawn('dotnet', [builtProgram(), 'sandbox', '--port', '0', '--option', 'Conversations=200'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const [, label, value] = /^(\S+(?: \S+)*) {2,}(\S+)/.exec(line) ?? [];
    said[label] = value;
    if (line.startsWith('Stop it')) break;
  }
  if (!said['External id']) throw new Error('conv sandbox did not start.');

  // The sandbox does not keep this process alive, and does not outlive it.
  child.stdout.unref();
  child.unref();
  process.on('exit', () => child.kill());
  after(async () => {
    child.ref();
    child.kill('SIGINT');
    await once(child, 'exit');
  });
  return {
    address: said['Twilio Conversations'],
    accountSid: said.Account,
    authToken: said['Auth token'],
    serviceSid: said.Service,
    proxyAddress: said['Twilio Proxy'],
    proxyServiceSid: said['Proxy service'],
    telnyxAddress: said.Telnyx,
    telnyxApiKey: said['API key'],
    sunshineAddress: said.Sunshine,
    sunshineAppId: said.App,
    sunshineKeyId: said.Key,
    sunshineKeySecret: said['Key secret'],
    sunshineUserId: said.User,
    sunshineUserExternalId: said['External id'],
  };
}

// The clients obey them, and they would lead them elsewhere.
function forgetSettings() {
  for (const name of Object.keys(process.env)) {
    if (/^(TWILIO|TELNYX|SUNSHINE)_/.test(name)) delete process.env[name];
  }
}
