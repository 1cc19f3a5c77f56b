using System.Text;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Parallel;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Connections;

/// <summary>
/// Sends a removal and reads a list over connections that lead nowhere, so that what they need is compiled before the first real request:
/// by then a person has mostly not even written the next command. No byte leaves the process.
/// </summary>
public static class WarmUp
{
    private const string ServiceSid = "IS00000000000000000000000000000000";
    private const string ConversationSid = "CH00000000000000000000000000000000";

    private static readonly Lazy<Task> Once = new(() => Task.Run(RunAsync));

    /// <summary>Begins it in the background, once in a process.</summary>
    /// <returns>What ends with it. Nobody has to wait for it, and nothing depends on how it ends.</returns>
    public static Task Begin() => Once.Value;

    private static async Task RunAsync()
    {
        await RemoveAsync().ConfigureAwait(false);
        await ListAsync().ConfigureAwait(false);
    }

    private static async Task RemoveAsync()
    {
        using var session = Open("HTTP/1.1 204 No Content\r\n\r\n");
        var remover = new Remover();
        var queue = new ParallelQueue<RemovalTarget, RemovalOutcome>(
            1,
            async (target, results, token) =>
                await results.WriteAsync(await remover.RemoveAsync(session, target, null, token).ConfigureAwait(false), token).ConfigureAwait(false),
            CancellationToken.None);
        queue.TryAdd(Removals.Target(Conversation.TypeName, null, new ResourceAddress(("ServiceSid", ServiceSid), ("ConversationSid", ConversationSid))));
        queue.CompleteAdding();
        await foreach (var _ in queue.Results.ReadAllAsync().ConfigureAwait(false))
        {
        }
    }

    private static async Task ListAsync()
    {
        const string Page =
            $$"""
            {"conversations":[{"sid":"{{ConversationSid}}","chat_service_sid":"{{ServiceSid}}","friendly_name":"x","attributes":"{}","state":"closed",
            "date_created":"2026-01-01T00:00:00Z","date_updated":"2026-01-01T00:00:00Z","timers":{},"url":"https://localhost/","links":{} } ],
            "meta":{"key":"conversations","next_page_url":null} }
            """;
        using var session = Open($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Page.Length}\r\n\r\n{Page}");
        var list = OperationRequest.Create(ConversationResource.List, [KeyValuePair.Create("ChatServiceSid", (object?)ServiceSid)]);
        await foreach (var _ in session.ListAsync(list, ConversationResource.Read, null, CancellationToken.None).ConfigureAwait(false))
        {
        }
    }

    private static ProviderSession Open(string answer) => ProviderSession.Of(ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
    {
        Name = nameof(WarmUp),
        Credential = new TwilioCredential("AC00000000000000000000000000000000", nameof(WarmUp), null),
        BaseUri = new Uri("http://localhost"),
        Handler = () => ProviderClient.CreateHandler(new Uri("http://localhost"), (_, _) => ValueTask.FromResult<Stream>(new CannedConnection(Encoding.ASCII.GetBytes(answer)))),
    }));
}
