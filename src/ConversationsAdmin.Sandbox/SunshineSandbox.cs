using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox;

/// <summary>Sunshine Conversations, API v2.</summary>
public sealed class SunshineSandbox : SandboxServer
{
    /// <summary>The address of the API.</summary>
    public static readonly Uri BaseAddress = new("https://api.smooch.io");

    /// <summary>Starts a sandbox with its sample data.</summary>
    public SunshineSandbox(SandboxOptions? options = null)
        : this(options, TimeProvider.System)
    {
    }

    internal SunshineSandbox(SandboxOptions? options, TimeProvider time)
        : base(options, time)
    {
        var random = new SeededRandom(Options.Seed, RandomStream.SunshineCredentials);
        AppId = random.Hex32()[..24];
        KeyId = "app_" + random.Hex32()[..24];
        KeySecret = random.Hex32() + random.Hex32();
    }

    /// <summary>The id of the app, derived from the seed.</summary>
    public string AppId { get; }

    /// <summary>The id of a key of the app, derived from the seed.</summary>
    public string KeyId { get; }

    /// <summary>The secret of that key, derived from the seed.</summary>
    public string KeySecret { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Uri> BaseAddresses { get; } = new Dictionary<string, Uri> { ["sunshine"] = BaseAddress };

    private protected override Answer Answer(IncomingRequest request) => throw new NotSupportedException();

    private protected override Answer Refuse(Fault fault) => throw new NotSupportedException();

    private protected override bool IsCode(string code) => false;

    private protected override IEnumerable<KeyValuePair<string, string>> Headers(int concurrent, TimeSpan duration) => [];
}
