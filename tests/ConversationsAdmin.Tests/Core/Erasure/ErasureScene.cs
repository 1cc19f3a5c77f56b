using System.Text.Json;
using System.Text.Json.Nodes;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Erasure;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Tests.Core.Erasure;

/// <summary>A sandbox in which one person takes part in some conversations, writes, and is named by others.</summary>
internal sealed class ErasureScene : IDisposable
{
    public const string Identity = "ada.lovelace@example.com";
    public const string Other = "charles";

    public ErasureScene(int conversations = 60, SandboxOptions? options = null)
    {
        Server = new TwilioSandbox((options ?? new SandboxOptions()) with { Conversations = conversations, Now = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero) });
        Session = Connect.To(Server);
    }

    public TwilioSandbox Server { get; }

    public ProviderSession Session { get; }

    public string Service => Server.DefaultServiceSid;

    public List<ErasureOutcome> Outcomes { get; } = [];

    public IEnumerable<ErasureEvidence> Evidence => Outcomes.Select(outcome => outcome.Evidence);

    public ErasedPerson Person { get; set; } = ErasedPerson.OfIdentity(Identity);

    public ErasureOptions Options { get; set; } = new() { ThrottleLimit = 4 };

    /// <summary>What is asked before each change is sent.</summary>
    public Func<bool> MayRepeat { get; set; } = () => true;

    /// <summary>Puts the person into a new conversation: with two messages of theirs, two of somebody else, of which one names them, and attributes that name them.</summary>
    public async Task<string> AddConversationAsync(params (string Name, object? Value)[] values)
    {
        var sid = (await Session.CreateConversationAsync(Server, values)).ConversationSid;
        await SendAsync(ParticipantResource.Create, sid, ("Identity", Identity), ("Attributes", $$"""{"mail":"{{Identity}}"}"""));
        await SendAsync(ParticipantResource.Create, sid, ("Identity", Other), ("Attributes", $$"""{"knows":["{{Identity}}",1.50]}"""));
        await SayAsync(sid, Identity, "I am here");
        await SayAsync(sid, Other, $"Hello {Identity.ToUpperInvariant()}, how are you?");
        await SayAsync(sid, Identity, "Fine", ("Attributes", """{"mood":"good"}"""));
        await SayAsync(sid, Other, "Goodbye", ("Attributes", $$"""{"to":"{{Identity}}","n":1.50}"""));
        return sid;
    }

    public Task<string> SayAsync(string conversation, string author, string body, params (string Name, object? Value)[] values) =>
        SendAsync(MessageResource.Create, conversation, [("Author", author), ("Body", body), .. values]);

    /// <summary>Sends a change in a conversation.</summary>
    /// <returns>The identifier of what it made or changed.</returns>
    public Task<string> SendAsync(Operation operation, string conversation, params (string Name, object? Value)[] values) => Session.SendAsync(
        Requests.Of(operation, [("ChatServiceSid", Service), ("ConversationSid", conversation), .. values]), (json, _) => json.GetProperty("sid").GetString()!, null, CancellationToken.None);

    public Task RemoveAsync(Operation operation, string conversation, string sid) =>
        Session.SendAsync(operation, ("ChatServiceSid", Service), ("ConversationSid", conversation), ("Sid", sid));

    public async Task<Message[]> MessagesAsync(string conversation) =>
        [.. await Session.AllAsync(Requests.Of(MessageResource.List, ("ChatServiceSid", Service), ("ConversationSid", conversation)), MessageResource.Read)];

    public async Task<Participant[]> ParticipantsAsync(string conversation) =>
        [.. await Session.AllAsync(Requests.Of(ParticipantResource.List, ("ChatServiceSid", Service), ("ConversationSid", conversation)), ParticipantResource.Read)];

    public Task<Conversation> ConversationAsync(string conversation) =>
        Session.SendAsync(Requests.Of(ConversationResource.Fetch, ("ChatServiceSid", Service), ("Sid", conversation)), ConversationResource.Read, null, CancellationToken.None);

    /// <summary>How many changes the sandbox was sent.</summary>
    public int Writes => Server.Record.Requests.Count(request => request.Method != "GET");

    public Task SetAsync(string conversation, params (string Name, object? Value)[] values) =>
        Session.SendAsync(ConversationResource.Update, [("ChatServiceSid", Service), ("Sid", conversation), .. values]);

    public async Task<string> UserSidAsync() => (await Session.AllAsync(Requests.Of(UserResource.List, ("ChatServiceSid", Service)), UserResource.Read))
        .Single(user => user.Identity == Identity).UserSid;

    /// <summary>Erases, as the cmdlet does.</summary>
    /// <returns>True when it came to its end.</returns>
    public async Task<bool> EraseAsync()
    {
        Outcomes.Clear();
        var targets = await new ErasureFinder(Session, Person, Options, null).FindAsync([Service], CancellationToken.None);
        await using var run = await ErasureRun.OpenAsync(Session, Person, Options, targets, null);
        var isWhole = true;
        await Parallel.ForEachAsync(run.Pending, new ParallelOptions { MaxDegreeOfParallelism = Options.ThrottleLimit }, async (item, _) =>
        {
            if (!await run.RunAsync(item, TellAsync, CancellationToken.None, MayRepeat))
            {
                isWhole = false;
                run.EndEarly();
            }
        });
        await run.CompleteAsync();
        return isWhole;
    }

    private Task TellAsync(ErasureOutcome outcome)
    {
        lock (Outcomes)
        {
            Outcomes.Add(outcome);
        }

        return Task.CompletedTask;
    }

    /// <summary>All that the service holds, by its address: users, conversations, participants, messages, webhooks and bindings.</summary>
    public async Task<Dictionary<string, JsonNode>> DumpAsync()
    {
        var dump = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        await AddAsync(dump, UserResource.List);
        await AddAsync(dump, BindingResource.List);
        await AddAsync(dump, RoleResource.List);
        var conversations = await AddAsync(dump, ConversationResource.List);
        await Parallel.ForEachAsync(conversations, async (conversation, _) =>
        {
            await AddAsync(dump, ParticipantResource.List, ("ConversationSid", conversation));
            await AddAsync(dump, MessageResource.List, ("ConversationSid", conversation));
            await AddAsync(dump, WebhookResource.List, ("ConversationSid", conversation));
        });
        return dump;
    }

    private async Task<List<string>> AddAsync(Dictionary<string, JsonNode> dump, Operation list, params (string Name, object? Value)[] values)
    {
        var size = list.Paging!.MaxPageSize;
        var rows = await Session.AllAsync(Requests.Of(list, [("ChatServiceSid", Service), ("PageSize", size), .. values]), (json, _) => JsonNode.Parse(json.GetRawText())!);
        lock (dump)
        {
            foreach (var row in rows)
            {
                dump.Add(row["url"]!.GetValue<string>(), row);
            }
        }

        return [.. rows.Select(row => row["sid"]!.GetValue<string>())];
    }

    public void Dispose() => Session.Dispose();
}
