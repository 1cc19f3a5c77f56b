using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox;

/// <summary>Telnyx AI conversations, API v2.</summary>
public sealed class TelnyxSandbox : SandboxServer
{
    /// <summary>The address of the API.</summary>
    public static readonly Uri BaseAddress = new("https://api.telnyx.com");

    /// <summary>Starts a sandbox with its sample data.</summary>
    public TelnyxSandbox(SandboxOptions? options = null)
        : this(options, TimeProvider.System)
    {
    }

    internal TelnyxSandbox(SandboxOptions? options, TimeProvider time)
        : base(options, time)
    {
        var random = new SeededRandom(Options.Seed, RandomStream.TelnyxCredentials);
        ApiKey = $"KEY{random.Hex32().ToUpperInvariant()}_{random.Hex32()[..22]}";
    }

    /// <summary>An API v2 key that may do everything here, derived from the seed.</summary>
    public string ApiKey { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Uri> BaseAddresses { get; } = new Dictionary<string, Uri> { ["telnyx"] = BaseAddress };

    private protected override Answer Answer(IncomingRequest request) => throw new NotSupportedException();

    private protected override Answer Refuse(Fault fault) => throw new NotSupportedException();

    private protected override bool IsCode(string code) => false;

    private protected override IEnumerable<KeyValuePair<string, string>> Headers(int concurrent, TimeSpan duration) => [];
}
