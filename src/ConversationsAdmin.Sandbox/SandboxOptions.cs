using ConversationsAdmin.Sandbox.Settings;

namespace ConversationsAdmin.Sandbox;

/// <summary>How large the sandbox is, how it pages and how often it misbehaves.</summary>
public sealed record SandboxOptions
{
    /// <summary>The number from which the sample data, the credentials and the planned faults are derived.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many sample conversations each provider has; with 0, Twilio has one empty service. Proxy has a session for every ten.</summary>
    public int Conversations { get; init; } = 3000;

    /// <summary>How long each answer is held back after the request has acted.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>What a page token remembers.</summary>
    public PageTokenStyle PageTokens { get; init; } = PageTokenStyle.Cursor;

    /// <summary>How many writes per second each service and each conversation of Twilio takes, and all of Telnyx and of the Sunshine app; null means any number.</summary>
    public int? WriteLimitPerSecond { get; init; }

    /// <summary>
    /// Whether the account has the flag of this name: its Proxy sessions may share a pair of Identifier and ProxyIdentifier while both are
    /// active, unless the request asks to fail on that. Without the flag such requests are always refused.
    /// </summary>
    public bool ProxyAllowParticipantConflict { get; init; } = true;

    /// <summary>The share of requests, 0 to 1, that is answered 429.</summary>
    public double ThrottleShare { get; init; }

    /// <summary>How many requests at the start are answered 429.</summary>
    public int ThrottleFirst { get; init; }

    /// <summary>The wait that a 429 asks for; null sends no Retry-After.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether Retry-After is an HTTP date and not a number of seconds.</summary>
    public bool RetryAfterAsDate { get; init; }

    /// <summary>The share of requests, 0 to 1, that is answered 500 without having acted.</summary>
    public double ServerErrorShare { get; init; }

    /// <summary>The share of requests, 0 to 1, that is answered 503 without having acted.</summary>
    public double UnavailableShare { get; init; }

    /// <summary>The share of requests, 0 to 1, whose connection is reset: half of these before they act, and half after.</summary>
    public double ResetShare { get; init; }

    /// <summary>The share of requests, 0 to 1, that act and whose answer ends after half of its body, if it has one.</summary>
    public double TruncateShare { get; init; }

    /// <summary>The share of requests, 0 to 1, that act and then hold back the body of their answer, or an answer without a body.</summary>
    public double SlowShare { get; init; }

    /// <summary>How long SlowShare holds back.</summary>
    public TimeSpan SlowBy { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The share of deletes, 0 to 1, that succeed with another status than the documented one: 200 without a body or with an empty object
    /// in place of 204, and 204 in place of 200.
    /// </summary>
    public double UndocumentedSuccessShare { get; init; }

    /// <summary>The code with which the provider that has it answers planned refusals, without having acted; null plans none.</summary>
    public string? FailWith { get; init; }

    /// <summary>The HTTP status of planned refusals; null means the one that goes with the code.</summary>
    public int? FailStatus { get; init; }

    /// <summary>Which requests are refused.</summary>
    public FailScope FailOn { get; init; } = FailScope.Requests;

    /// <summary>The share of those requests, 0 to 1, that is refused.</summary>
    public double FailShare { get; init; } = 1;

    /// <summary>How many of them are refused at most, counted from the first; null means any number.</summary>
    public int? FailFirst { get; init; }

    /// <summary>Whether a Telnyx update adds to the metadata instead of replacing it; its documents do not say which.</summary>
    public bool PutMerges { get; init; }

    /// <summary>Whether Telnyx lists ignore query parameters that they do not know instead of refusing them.</summary>
    public bool IgnoreUnknownFilters { get; init; }

    /// <summary>Known query parameters, by name and with commas between, that the Telnyx list ignores as if they were misspelt.</summary>
    public string? IgnoreFilters { get; init; }

    /// <summary>The most conversations that a Telnyx list gives, whatever limit asks for; null means any number.</summary>
    public int? MaxLimit { get; init; }

    /// <summary>A clock that stands still; null means the real time.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Reads options from property names, in any case, and values that are of the property's type or text.</summary>
    /// <exception cref="ArgumentException">A name is not known, or a value is not what its option takes.</exception>
    public static SandboxOptions FromSettings(IEnumerable<KeyValuePair<string, object?>> settings) => SandboxSettings.Read(settings);
}
