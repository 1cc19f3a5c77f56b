import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sandbox } from './sandbox.js';
import { aService, assertGone, assertPages, assertRecent, assertSid, several } from './story.js';

describe('a delivery receipt', () => {
  let conversation;
  let messages;
  let participants;
  let phones;
  let message;
  let deliveryReceipts;
  let receipts;
  before(async () => {
    const service = await aService();
    conversation = await service.conversations.create();
    ({ messages, participants } = service.conversations(conversation.sid));
    await participants.create({ identity: 'alice' });
    phones = await several(5, (number) => participants.create({
      'messagingBinding.address': `+1555123000${number}`,
      'messagingBinding.proxyAddress': '+15017122661',
    }));
  });

  it('is there for everybody whom a message reached outside of chat', async () => {
    message = await messages.create({ author: 'alice', body: 'Hello' });
    ({ deliveryReceipts } = messages(message.sid));
    receipts = await deliveryReceipts.list();

    assert.deepEqual(receipts.map(({ participantSid }) => participantSid).sort(), phones.map(({ sid }) => sid).sort());
    assert.equal((await messages(message.sid).fetch()).delivery.total, phones.length);
  });

  it('tells what became of the message', () => {
    const [receipt] = receipts;

    assertSid(receipt.sid, 'DY');
    assert.equal(receipt.accountSid, sandbox.accountSid);
    assert.equal(receipt.chatServiceSid, conversation.chatServiceSid);
    assert.equal(receipt.conversationSid, conversation.sid);
    assert.equal(receipt.messageSid, message.sid);
    assert.match(receipt.channelMessageSid, /^[A-Z]{2}[0-9a-f]{32}$/);
    assert.match(receipt.status, /^(read|failed|delivered|undelivered|sent)$/);
    assert.equal(typeof receipt.errorCode, 'number');
    assertRecent(receipt.dateCreated);
    assert.ok(receipt.dateUpdated === null || receipt.dateUpdated instanceof Date);
    assert.equal(receipt.url, `${message.url}/Receipts/${receipt.sid}`);
  });

  it('is fetched', async () => {
    const [receipt] = receipts;

    assert.deepEqual((await deliveryReceipts(receipt.sid).fetch()).toJSON(), receipt.toJSON());
  });

  it('is listed once, over several pages', async () => {
    await assertPages(deliveryReceipts, receipts.map(({ sid }) => sid));
  });

  it('goes with its message', async () => {
    await messages(message.sid).remove();

    await assertGone(deliveryReceipts(receipts[0].sid).fetch());
  });
});
