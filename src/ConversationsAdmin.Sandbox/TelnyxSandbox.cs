using System.Globalization;
using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Telnyx;
using ConversationsAdmin.Sandbox.Telnyx.Errors;

namespace ConversationsAdmin.Sandbox;

/// <summary>Telnyx AI conversations, API v2.</summary>
public sealed class TelnyxSandbox : SandboxServer
{
    /// <summary>The address of the API.</summary>
    public static readonly Uri BaseAddress = new("https://api.telnyx.com");

    private readonly SeededRandom requestIds;
    private readonly TelnyxConversations conversations;

    /// <summary>Starts a sandbox with its sample data.</summary>
    public TelnyxSandbox(SandboxOptions? options = null)
        : this(options, TimeProvider.System)
    {
    }

    internal TelnyxSandbox(SandboxOptions? options, TimeProvider time)
        : base(options, time)
    {
        requestIds = new SeededRandom(Options.Seed, RandomStream.TelnyxRequestIds);
        var random = new SeededRandom(Options.Seed, RandomStream.TelnyxCredentials);
        ApiKey = $"KEY{random.Hex32().ToUpperInvariant()}_{random.Hex32()[..22]}";
        conversations = new TelnyxConversations(ApiKey, Options, time);
    }

    /// <summary>An API v2 key that may do everything here, derived from the seed.</summary>
    public string ApiKey { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Uri> BaseAddresses { get; } = new Dictionary<string, Uri> { ["telnyx"] = BaseAddress };

    private protected override Answer Answer(IncomingRequest request) => conversations.Answer(request);

    private protected override Answer Refuse(Fault fault) => PlatformError.Of(fault).ToAnswer();

    // Twilio has the codes from 20000 on.
    private protected override bool IsCode(string code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 10_000 and < 20_000;

    private protected override IEnumerable<KeyValuePair<string, string>> Headers(int concurrent, TimeSpan duration)
    {
        string id;
        lock (requestIds)
            id = Uuid.Next(requestIds);
        return [new("x-request-id", id), .. conversations.BudgetHeaders()];
    }
}
