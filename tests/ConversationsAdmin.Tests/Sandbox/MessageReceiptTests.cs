using System.Net;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class MessageReceiptTests
{
    private static (string, string)[] Pair(string address, string proxy) =>
        [("MessagingBinding.Address", address), ("MessagingBinding.ProxyAddress", proxy)];

    private static string Receipts(SandboxClient client, string conversation, string message) =>
        $"{client.Messages(conversation)}/{message}/Receipts";

    [Fact]
    public async Task Each_participant_outside_chat_gets_a_receipt()
    {
        using var client = SandboxClient.Empty(new ManualTime());
        var conversation = await client.NewConversation();
        await client.NewParticipant(conversation, ("Identity", "ana"));
        var sms = await client.NewParticipant(conversation, Pair("+15558675310", "+15017122661"));
        var whatsapp = await client.NewParticipant(conversation, Pair("whatsapp:+15558675311", "whatsapp:+15017122661"));
        var message = await client.NewMessage(conversation, ("Author", "ana"), ("Body", "Hello"));

        var list = await client.Get(Receipts(client, conversation, message));
        var receipts = list.Items().ToDictionary(receipt => receipt.GetProperty("participant_sid").GetString()!);
        Assert.Equal("delivery_receipts", list.Meta("key"));
        Assert.Equal([sms, whatsapp], receipts.Keys.OrderBy(sid => sid == whatsapp));
        Assert.Matches("^SM[0-9a-f]{32}$", receipts[sms].GetProperty("channel_message_sid").GetString());
        Assert.Matches("^WA[0-9a-f]{32}$", receipts[whatsapp].GetProperty("channel_message_sid").GetString());

        var sid = receipts[sms].GetProperty("sid").GetString()!;
        var one = (await client.Get($"{Receipts(client, conversation, message)}/{sid}")).Expect(HttpStatusCode.OK);
        Assert.Matches("^DY[0-9a-f]{32}$", sid);
        Assert.Equal(receipts[sms].GetRawText(), one.Json.GetRawText());
        Assert.Equal(
            [
                "sid", "account_sid", "chat_service_sid", "conversation_sid", "message_sid", "channel_message_sid", "status", "error_code",
                "participant_sid", "date_created", "date_updated", "url",
            ],
            one.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal((client.Server.AccountSid, client.Server.DefaultServiceSid), (one.Text("account_sid"), one.Text("chat_service_sid")));
        Assert.Equal((conversation, message), (one.Text("conversation_sid"), one.Text("message_sid")));
        Assert.Equal(("sent", 0), (one.Text("status"), one.Json.GetProperty("error_code").GetInt32()));
        Assert.Equal(("2026-03-01T12:00:00Z", null), (one.Text("date_created"), one.Text("date_updated")));
        Assert.Equal($"https://conversations.twilio.com{Receipts(client, conversation, message)}/{sid}", one.Text("url"));
    }

    [Fact]
    public async Task The_message_sums_its_receipts_up()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        await client.NewParticipant(conversation, Pair("+15558675310", "+15017122661"));
        await client.NewParticipant(conversation, Pair("+15558675311", "+15017122661"));
        var message = await client.Post(client.Messages(conversation), ("Body", "Hello"));
        Assert.Equal(
            """{"total":2,"sent":"all","delivered":"none","read":"none","failed":"none","undelivered":"none"}""",
            message.Json.GetProperty("delivery").GetRawText());
    }

    [Fact]
    public async Task The_author_gets_no_receipt_and_chat_has_none()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        await client.NewParticipant(conversation, ("Identity", "ana"));
        await client.NewParticipant(conversation, Pair("+15558675310", "+15017122661"));
        var message = await client.Post(client.Messages(conversation), ("Author", "+15558675310"));
        Assert.Equal("null", message.Json.GetProperty("delivery").GetRawText());
        Assert.Empty((await client.Get(Receipts(client, conversation, message.Text("sid")!))).Items());
    }

    [Fact]
    public async Task Receipts_stay_when_their_participant_leaves_and_go_with_their_message()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        var sms = await client.NewParticipant(conversation, Pair("+15558675310", "+15017122661"));
        var message = await client.NewMessage(conversation);
        var receipts = Receipts(client, conversation, message);
        await client.Delete($"{client.Participants(conversation)}/{sms}");
        var receipt = (await client.Get(receipts)).Sids().Single();
        (await client.Delete($"{client.Messages(conversation)}/{message}")).Expect(HttpStatusCode.NoContent);
        (await client.Get(receipts)).Refused(404, 20404);
        (await client.Get($"{receipts}/{receipt}")).Refused(404, 20404);
    }

    [Fact]
    public async Task Receipts_are_only_read_and_at_most_50_a_page()
    {
        using var client = SandboxClient.Empty();
        var conversation = await client.NewConversation();
        for (var number = 0; number < 3; number++)
            await client.NewParticipant(conversation, Pair($"+1555867530{number}", "+15017122661"));
        var receipts = Receipts(client, conversation, await client.NewMessage(conversation));
        var listed = await client.All(receipts + "?PageSize=2");
        Assert.Equal(3, listed.Select(receipt => receipt.GetProperty("sid").GetString()).Distinct().Count());
        (await client.Get(receipts + "?PageSize=50")).Expect(HttpStatusCode.OK);
        (await client.Get(receipts + "?PageSize=51")).Refused(400, 20001);
        (await client.Post(receipts)).Refused(405, 20004);
        var missing = $"{receipts}/DY{new string('0', 32)}";
        Assert.EndsWith(missing + ".", (await client.Get(missing)).Refused(404, 20404).Message);
        (await client.Delete($"{receipts}/{(await client.Get(receipts)).Sids()[0]}")).Refused(405, 20004);
    }
}
