using System.Net;
using System.Text;
using System.Text.Json;
using ConversationsAdmin.Core.Archives;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Archives;

/// <summary>What an archive makes of answers that are not as one would have them.</summary>
public sealed class ArchiveReadingTests : IDisposable
{
    private const string NotFound = """{"code":20404,"message":"not found","status":404}""";

    private static readonly ArchiveSource Source = Archives.Conversation(Requests.ServiceSid, Requests.ConversationSid);
    private static readonly ArchiveSource TelnyxSource = Archives.Telnyx(ProviderSessions.TelnyxConversationId);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Webhooks", "webhook")]
    [InlineData("Participants", "participant")]
    [InlineData("Messages", "message")]
    public async Task A_part_that_is_refused_is_named(string part, string kind)
    {
        foreach (var status in new[] { 403, 404 })
        {
            using var server = new WireServer(request => request.Path.EndsWith(part, StringComparison.Ordinal) ? WireAnswer.Json(status, NotFound) : Answer(request));
            var (archived, text) = await WriteAsync(server, Source, $"{status}.jsonl");
            Assert.Equal([$"The {kind}s, which the provider refused (status {status}, code 20404)."], archived.Missing);
            Assert.Empty(text.Resources(kind, Requests.ConversationSid));
            Assert.Single(text.Resources("conversation", Requests.ConversationSid));
        }
    }

    [Fact]
    public async Task A_refused_list_of_receipts_is_named_and_the_messages_are_there()
    {
        using var server = new WireServer(request => request.Path.EndsWith("/Receipts", StringComparison.Ordinal) ? WireAnswer.Json(404, NotFound) : Answer(request));
        var (archived, text) = await WriteAsync(server, Source, "a.jsonl", new ArchiveOptions { IncludeReceipts = true });
        Assert.Equal(["The receipts, which the provider refused (status 404, code 20404)."], archived.Missing);
        Assert.Equal(2, text.Resources("message", Requests.ConversationSid).Count);
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_told_as_such_and_nothing_is_appended()
    {
        using var server = new WireServer(_ => WireAnswer.Json(404, NotFound));
        Assert.True((await FailAsync<ProviderResponseException>(server)).IsNotFound);
    }

    [Fact]
    public async Task A_conversation_that_goes_while_it_is_read_is_gone()
    {
        var fetches = 0;
        using var server = new WireServer(request =>
            request.Path.EndsWith(Requests.ConversationSid, StringComparison.Ordinal) && Interlocked.Increment(ref fetches) > 1 || request.Path.EndsWith("Webhooks", StringComparison.Ordinal)
                ? WireAnswer.Json(404, NotFound) : Answer(request));
        Assert.True((await FailAsync<ProviderResponseException>(server)).IsNotFound);
    }

    [Theory]
    [InlineData("/" + Requests.ConversationSid)]
    [InlineData("/Participants")]
    [InlineData("/Messages")]
    public async Task A_read_that_fails_appends_nothing(string path)
    {
        using var server = new WireServer(request => request.Path.EndsWith(path, StringComparison.Ordinal) ? WireAnswer.Json(500, "{}") : Answer(request));
        Assert.Equal(500, (await FailAsync<ProviderResponseException>(server)).StatusCode);
        using var rubbish = new WireServer(request => request.Path.EndsWith(path, StringComparison.Ordinal) ? WireAnswer.Json(200, "[1") : Answer(request));
        await FailAsync<UnexpectedResponseException>(rubbish);
    }

    [Fact]
    public async Task A_cancelled_read_appends_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new WireServer(request =>
        {
            if (request.Path.EndsWith("/Messages", StringComparison.Ordinal))
            {
                cancellation.Cancel();
                return WireAnswer.Silence;
            }

            return Answer(request);
        });
        await FailAsync<OperationCanceledException>(server, cancellation.Token);
    }

    [Fact]
    public async Task A_row_that_comes_on_two_pages_is_written_once()
    {
        using var server = new WireServer(request => request.Path.EndsWith("/Messages", StringComparison.Ordinal)
            ? WireAnswer.Json(200, request.Query.Contains("PageToken", StringComparison.Ordinal)
                ? Page("messages", null, """{"sid":"IM2"}""", """{"sid":"IM3"}""")
                : Page("messages", request.Path + "?PageToken=next", """{"sid":"IM1"}""", """{"sid":"IM2"}"""))
            : Answer(request));
        var (archived, text) = await WriteAsync(server, Source, "a.jsonl");
        Assert.Equal(["IM1", "IM2", "IM3"], text.Resources("message", Requests.ConversationSid).Select(message => message.GetProperty("sid").GetString()));
        Assert.Equal(3, archived.Counts.Messages);
    }

    [Fact]
    public async Task Messages_are_asked_for_in_ascending_order_and_in_the_largest_pages()
    {
        using var server = new WireServer(Answer);
        await WriteAsync(server, Source, "a.jsonl");
        var query = WebUtility.UrlDecode(server.Requests.Single(request => request.Path.EndsWith("/Messages", StringComparison.Ordinal)).Query);
        Assert.Contains("Order=asc", query);
        Assert.Contains("PageSize=100", query);
    }

    [Fact]
    public async Task The_resource_is_the_providers_own_text_on_one_line()
    {
        const string Body = """{ "sid" : "IM1" ,"body":"caf\u00e9 \ud83d \/ <b>", "big":12345678901234567890.10, "twice":1,"twice":2 }""";
        using var server = new WireServer(request => request.Path.EndsWith("/Messages", StringComparison.Ordinal)
            ? WireAnswer.Json(200, Page("messages", null, Body.Replace(",", ",\r\n", StringComparison.Ordinal)))
            : Answer(request));
        await WriteAsync(server, Source, "a.jsonl");
        Assert.Contains($$"""{"type":"message","conversation":"{{Requests.ConversationSid}}","resource":{{Body}}}""", Encoding.UTF8.GetString(ArchiveText.Content(folder["a.jsonl"])).Split('\n'));
    }

    [Fact]
    public async Task Insights_beyond_the_first_page_are_missing_and_named()
    {
        using var server = new WireServer(request => WireAnswer.Json(200, request.Path.Split('/')[^1] switch
        {
            "messages" => """{"data":[],"meta":{"page_number":1,"total_pages":1}}""",
            "conversations-insights" => """{"data":[{"id":"1"}],"meta":{"page_number":1,"total_pages":2}}""",
            var id => JsonSerializer.Serialize(new { data = new { id } }),
        }));
        var (archived, text) = await WriteAsync(server, TelnyxSource, "a.jsonl");
        Assert.Equal(["The insights beyond the first page, to which the provider documents no way."], archived.Missing);
        Assert.Single(text.Resources("insight", ProviderSessions.TelnyxConversationId));
    }

    [Theory]
    [InlineData("CH1")]
    [InlineData("..")]
    public async Task An_identifier_of_another_form_is_refused_before_anything_is_sent(string id)
    {
        using var server = new WireServer(Answer);
        using var session = Connect.To(server);
        await using var archive = Archives.Open(folder["a.jsonl"], session, Source);
        await Assert.ThrowsAsync<RequestArgumentException>(() => archive.WriteAsync(session, Archives.Conversation(Requests.ServiceSid, id)));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_conversation_by_its_unique_name_is_refused()
    {
        using var server = new WireServer(Answer);
        using var session = Connect.To(server);
        await using var archive = Archives.Open(folder["a.jsonl"], session, Source);
        var source = Source with { Address = new ResourceAddress(("ServiceSid", Requests.ServiceSid), ("ConversationSid", new AlternateName("support"))) };
        await Assert.ThrowsAsync<RequestArgumentException>(() => archive.WriteAsync(session, source));
        Assert.Empty(server.Requests);
    }

    private async Task<(ArchivedConversation Archived, ArchiveText Text)> WriteAsync(WireServer server, ArchiveSource source, string name, ArchiveOptions? options = null)
    {
        using var session = ProviderSessions.To(ArchivedResources.ApiOf(source.ResourceType), server.Address);
        await using (var archive = Archives.Open(folder[name], session, source, options))
        {
            var archived = await archive.WriteAsync(session, source);
            Assert.Equal(archived.Missing.Count == 0, archive.Contains(archived.Target));
            await archive.CompleteAsync();
            await archive.DisposeAsync();
            return (archived, ArchiveText.Read(folder[name]));
        }
    }

    private async Task<T> FailAsync<T>(WireServer server, CancellationToken cancellationToken = default)
        where T : Exception
    {
        using var session = Connect.To(server);
        var path = folder[$"{server.Port}.jsonl"];
        var files = folder.FileCount;
        await using var archive = Archives.Open(path, session, Source);
        var failure = await Assert.ThrowsAnyAsync<T>(() => archive.WriteAsync(session, Source, cancellationToken));
        Assert.Null(archive.Find(Requests.ConversationSid));
        await archive.DisposeAsync();
        Assert.Empty(ArchiveText.Read(path).Ends);
        Assert.Equal(files + 1, folder.FileCount);
        return failure;
    }

    private static WireAnswer Answer(WireRequest request) => WireAnswer.Json(200, request.Path.Split('/')[^1] switch
    {
        "Participants" => Page("participants", null, """{"sid":"MB1"}"""),
        "Webhooks" => Page("webhooks", null),
        "Messages" => Page("messages", null, """{"sid":"IM00000000000000000000000000000001","media":null,"delivery":{"total":1}}""", """{"sid":"IM2","media":[],"delivery":null}"""),
        "Receipts" => Page("delivery_receipts", null, """{"sid":"DY1"}"""),
        var sid => JsonSerializer.Serialize(new { sid }),
    });

    private static string Page(string key, string? next, params string[] rows) =>
        $$"""{"{{key}}":[{{string.Join(",", rows)}}],"meta":{"key":"{{key}}","next_page_url":{{(next is null ? "null" : $"\"https://conversations.twilio.com{next}\"")}} } }""";
}
