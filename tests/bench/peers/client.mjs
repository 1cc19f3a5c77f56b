// Twilio's own client, unmodified but for the address that it talks to.
import { createRequire } from 'node:module';

const [packages, server, account, service] = process.argv.slice(2);
const twilio = createRequire(`${packages}/`)('twilio');

class LocalClient extends twilio.RequestClient {
  request(options) {
    return super.request({ ...options, uri: options.uri.replace('https://conversations.twilio.com', server) });
  }
}

export const conversations = twilio(account, 'not-a-secret', { httpClient: new LocalClient() }).conversations.v1.services(service).conversations;
export const options = process.argv.slice(6).map(Number);
