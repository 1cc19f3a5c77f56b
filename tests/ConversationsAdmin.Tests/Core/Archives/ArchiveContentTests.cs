using System.Text.Json;
using ConversationsAdmin.Core.Archives;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Archives;

/// <summary>An archive holds what the provider answers, as it answers it.</summary>
public sealed class ArchiveContentTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Names => ["a.jsonl", "a.jsonl.gz", "A.JSONL"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task All_of_a_twilio_conversation_is_in_its_archive(string name)
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 60 });
        using var session = Connect.To(sandbox);
        var sources = await session.ConversationsAsync(sandbox);
        var manifest = await Archives.WriteAllAsync(folder[name], session, sources, new ArchiveOptions { IncludeReceipts = true });
        var archive = ArchiveText.Read(folder[name]);
        Assert.Equal(sources.Select(ArchivedResources.IdOf), archive.Conversations);
        foreach (var source in sources)
        {
            await DemandSameAsync(session, archive, source);
        }

        Assert.Equal(sources.Count, manifest.Conversations);
        Assert.True(manifest.Counts is { Participants: > 0, Webhooks: > 0, Messages: > 60, Receipts: > 0, Insights: 0, Interactions: 0 }, $"{manifest.Counts}");
        Assert.Equal(archive.Manifest.GetProperty("sha256").GetString(), manifest.Sha256);
        Assert.Equal(
            ("Twilio", "conversations.twilio.com", sandbox.AccountSid, sandbox.DefaultServiceSid, 1),
            (Header("provider"), Header("host"), Header("account"), Header("container"), archive.Header.GetProperty("schemaVersion").GetInt32()));

        string Header(string field) => archive.Header.GetProperty(field).GetString()!;
    }

    [Fact]
    public async Task Receipts_are_read_when_asked_for_and_of_messages_that_can_have_some()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 30 });
        using var session = Connect.To(sandbox);
        var sources = await session.ConversationsAsync(sandbox);
        sandbox.Record.Clear();
        var without = await Archives.WriteAllAsync(folder["without.jsonl"], session, sources);
        Assert.Equal((0, 0), (without.Counts.Receipts, ReceiptLists()));
        var with = await Archives.WriteAllAsync(folder["with.jsonl"], session, sources, new ArchiveOptions { IncludeReceipts = true });
        Assert.InRange(ReceiptLists(), 1, with.Counts.Receipts);
        var archive = ArchiveText.Read(folder["with.jsonl"]);
        var delivered = archive.Conversations.SelectMany(conversation => archive.Resources("message", conversation)).Count(message => message.GetProperty("delivery").ValueKind == JsonValueKind.Object);
        Assert.Equal(delivered, ReceiptLists());

        int ReceiptLists() => sandbox.Record.Requests.Count(request => request.Path.EndsWith("/Receipts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bytes_of_media_are_missing_and_the_archive_says_so()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 60 });
        using var session = Connect.To(sandbox);
        var manifest = await Archives.WriteAllAsync(folder["a.jsonl"], session, await session.ConversationsAsync(sandbox));
        var archive = ArchiveText.Read(folder["a.jsonl"]);
        foreach (var end in archive.Ends)
        {
            var hasMedia = archive.Resources("message", end.GetProperty("conversation").GetString()!).Any(message => message.GetProperty("media").ValueKind == JsonValueKind.Array);
            Assert.NotEqual(hasMedia, end.GetProperty("complete").GetBoolean());
        }

        var incomplete = archive.Ends.Count(end => !end.GetProperty("complete").GetBoolean());
        Assert.InRange(incomplete, 2, archive.Ends.Count - 1);
        Assert.False(manifest.Complete);
        Assert.Equal([$"The bytes of media, which messages name. ({incomplete} conversations)"], manifest.Missing);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task All_of_a_telnyx_conversation_is_in_its_archive(string name)
    {
        var sandbox = new TelnyxSandbox(new SandboxOptions { Conversations = 40 });
        using var session = ProviderSessions.To(sandbox);
        var sources = await session.TelnyxConversationsAsync();
        var manifest = await Archives.WriteAllAsync(folder[name], session, sources);
        var archive = ArchiveText.Read(folder[name]);
        foreach (var source in sources)
        {
            var id = ArchivedResources.IdOf(source);
            Assert.Equal(await RowsAsync(session, TelnyxConversationMessageResource.List, source), Texts(archive.Resources("message", id)));
            Assert.Equal(await RowsAsync(session, TelnyxConversationInsightResource.List, source), Texts(archive.Resources("insight", id)));
            Assert.Equal(id, Assert.Single(archive.Resources("conversation", id)).GetProperty("id").GetString());
        }

        Assert.True(manifest is { Complete: true, Counts: { Messages: > 40, Insights: > 0, Participants: 0 } }, $"{manifest.Counts}");
        Assert.Equal(JsonValueKind.Null, archive.Header.GetProperty("container").ValueKind);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task All_of_a_proxy_session_is_in_its_archive(string name)
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 400 });
        using var session = Connect.To(sandbox);
        var sources = await session.SessionsAsync(sandbox);
        var manifest = await Archives.WriteAllAsync(folder[name], session, sources);
        var archive = ArchiveText.Read(folder[name]);
        foreach (var source in sources)
        {
            var id = ArchivedResources.IdOf(source);
            Assert.Equal(await RowsAsync(session, ProxyParticipantResource.List, source), Texts(archive.Resources("participant", id)));
            Assert.Equal(await RowsAsync(session, ProxyInteractionResource.List, source), Texts(archive.Resources("interaction", id)));
        }

        Assert.True(manifest is { Complete: true, Counts: { Participants: > 0, Interactions: > 100 } }, $"{manifest.Counts}");
        Assert.Equal(("proxy.twilio.com", sandbox.ProxyServiceSid), (archive.Header.GetProperty("host").GetString(), archive.Header.GetProperty("container").GetString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task All_of_a_sunshine_conversation_is_in_its_archive_the_oldest_message_first(string name)
    {
        var sandbox = new SunshineSandbox(new SandboxOptions { Conversations = 200 });
        using var session = ProviderSessions.To(sandbox);
        var sources = await session.ConversationsOfAsync(sandbox, sandbox.SampleUserExternalId);
        var manifest = await Archives.WriteAllAsync(folder[name], session, sources);
        var archive = ArchiveText.Read(folder[name]);
        foreach (var source in sources)
        {
            var id = ArchivedResources.IdOf(source);
            Assert.Equal(await RowsAsync(session, SunshineParticipantResource.List, source), Texts(archive.Resources("participant", id)));
            var messages = archive.Resources("message", id);
            Assert.Equal((await RowsAsync(session, SunshineMessageResource.List, source)).Order(StringComparer.Ordinal), Texts(messages).Order(StringComparer.Ordinal));
            var received = messages.Select(message => message.GetProperty("received").GetDateTimeOffset()).ToArray();
            Assert.Equal(received.Order(), received);
            Assert.NotEqual(messages.Any(message => message.GetRawText().Contains("mediaUrl", StringComparison.Ordinal)), archive.Ends.Single(end => end.GetProperty("conversation").GetString() == id).GetProperty("complete").GetBoolean());
        }

        // One has several pages.
        Assert.Contains(sources, source => archive.Resources("message", ArchivedResources.IdOf(source)).Count > 200);
        Assert.False(manifest.Complete);
    }

    [Fact]
    public async Task Conversations_that_are_archived_at_once_do_not_mix()
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 200, Latency = TimeSpan.FromMilliseconds(1) });
        using var session = Connect.To(sandbox);
        var sources = await session.ConversationsAsync(sandbox);
        sandbox.Record.Clear();
        await using (var archive = Archives.Open(folder["a.jsonl.gz"], session, sources[0], new ArchiveOptions { MaxConcurrency = 16 }))
        {
            await Parallel.ForEachAsync(sources, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (source, _) => await archive.WriteAsync(session, source));
            await archive.CompleteAsync();
        }

        Assert.Equal(sources.Select(ArchivedResources.IdOf).Order(), ArchiveText.Read(folder["a.jsonl.gz"]).Conversations.Order());
        Assert.InRange(sandbox.Record.MaxConcurrent, 2, 16);
    }

    private static async Task DemandSameAsync(ProviderSession session, ArchiveText archive, ArchiveSource source)
    {
        var id = ArchivedResources.IdOf(source);
        var conversation = await session.SendAsync(Request(ConversationResource.Fetch, source), (json, _) => json.GetRawText(), null, CancellationToken.None);
        Assert.Equal([conversation], Texts(archive.Resources("conversation", id)));
        Assert.Equal(await RowsAsync(session, ParticipantResource.List, source), Texts(archive.Resources("participant", id)));
        Assert.Equal(await RowsAsync(session, WebhookResource.List, source), Texts(archive.Resources("webhook", id)));
        var messages = await RowsAsync(session, MessageResource.List, source);
        Assert.Equal(messages, Texts(archive.Resources("message", id)));
        var receipts = new List<string>();
        foreach (var message in archive.Resources("message", id))
        {
            receipts.AddRange(await RowsAsync(session, MessageReceiptResource.List, source, ("MessageSid", message.GetProperty("sid").GetString())));
        }

        Assert.Equal(receipts, Texts(archive.Resources("receipt", id)));
    }

    private static OperationRequest Request(Operation operation, ArchiveSource source, params (string Name, object? Value)[] values) => OperationRequest.Create(
        operation, [.. source.Address.ValuesFor(operation).Where(value => value.Value is not null), .. values.Select(value => KeyValuePair.Create(value.Name, value.Value))]);

    private static Task<List<string>> RowsAsync(ProviderSession session, Operation list, ArchiveSource source, params (string Name, object? Value)[] values) =>
        session.AllAsync(Request(list, source, values), (json, _) => json.GetRawText());

    private static List<string> Texts(IEnumerable<JsonElement> resources) => [.. resources.Select(resource => resource.GetRawText())];
}
