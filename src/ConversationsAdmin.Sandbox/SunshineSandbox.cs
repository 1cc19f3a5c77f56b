using System.Text.RegularExpressions;
using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.SampleData;
using ConversationsAdmin.Sandbox.Sunshine;

namespace ConversationsAdmin.Sandbox;

/// <summary>Sunshine Conversations, API v2: one app with its users.</summary>
public sealed partial class SunshineSandbox : SandboxServer
{
    /// <summary>The address of the API.</summary>
    public static readonly Uri BaseAddress = new("https://api.smooch.io");

    private readonly SunshineConversations conversations;

    /// <summary>Starts a sandbox; its sample data are made when they are first asked for.</summary>
    public SunshineSandbox(SandboxOptions? options = null)
        : this(options, TimeProvider.System)
    {
    }

    internal SunshineSandbox(SandboxOptions? options, TimeProvider time)
        : base(options, time)
    {
        var begun = Options.Now ?? time.GetUtcNow();
        var credentials = new SunshineCredentials(Options.Seed);
        var app = new Lazy<SunshineApp>(() => SunshineSampleApp.Create(Options, begun), LazyThreadSafetyMode.None);
        conversations = new SunshineConversations(app, credentials, Options, time);
        AppId = credentials.AppId;
        KeyId = credentials.KeyId;
        KeySecret = credentials.KeySecret;
        var user = new SunshineSampleUsers(Options.Seed).First();
        SampleUserId = user.Id;
        SampleUserExternalId = user.ExternalId!;
    }

    /// <summary>The id of the app, derived from the seed.</summary>
    public string AppId { get; }

    /// <summary>The id of a key of the app, derived from the seed.</summary>
    public string KeyId { get; }

    /// <summary>The secret of that key, derived from the seed.</summary>
    public string KeySecret { get; }

    /// <summary>The id of the user with the most sample conversations, derived from the seed.</summary>
    public string SampleUserId { get; }

    /// <summary>The external id of that user.</summary>
    public string SampleUserExternalId { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Uri> BaseAddresses { get; } = new Dictionary<string, Uri> { ["sunshine"] = BaseAddress };

    /// <inheritdoc/>
    public override void PublishAt(Uri sharedHost) => conversations.AddressPrefix = new Uri(sharedHost, "sunshine").ToString();

    private protected override Answer Answer(IncomingRequest request) => conversations.Answer(request);

    private protected override Answer Refuse(Fault fault) => SunshineError.Of(fault).ToAnswer();

    private protected override bool IsCode(string code) => Code().IsMatch(code);

    private protected override IEnumerable<KeyValuePair<string, string>> Headers(int concurrent, TimeSpan duration) => [];

    [GeneratedRegex(@"^[a-z_]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
