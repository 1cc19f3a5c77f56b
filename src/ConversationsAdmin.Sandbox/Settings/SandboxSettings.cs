using System.Reflection;
using System.Text.RegularExpressions;
using ConversationsAdmin.Sandbox.Telnyx.Filters;

namespace ConversationsAdmin.Sandbox.Settings;

internal static partial class SandboxSettings
{
    private static readonly PropertyInfo[] Known =
        typeof(SandboxOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    public static SandboxOptions Read(IEnumerable<KeyValuePair<string, object?>> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = new SandboxOptions();
        foreach (var (name, value) in settings)
        {
            var property = Array.Find(Known, candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException(
                    $"The sandbox has no setting '{name}'. It knows {string.Join(", ", Known.Select(candidate => candidate.Name))}.");
            property.SetValue(options, SettingValue.Read(property.Name, property.PropertyType, value));
        }
        DemandSensible(options);
        return options;
    }

    public static void DemandSensible(SandboxOptions options)
    {
        DemandShares(options);
        Demand(options.Conversations >= 0, nameof(SandboxOptions.Conversations), "0 or more");
        Demand(options.Latency >= TimeSpan.Zero, nameof(SandboxOptions.Latency), "no negative duration");
        Demand(options.SlowBy >= TimeSpan.Zero, nameof(SandboxOptions.SlowBy), "no negative duration");
        Demand(Enum.IsDefined(options.PageTokens), nameof(SandboxOptions.PageTokens), "Cursor or Offset");
        Demand(options.WriteLimitPerSecond is null or > 0, nameof(SandboxOptions.WriteLimitPerSecond), "1 or more");
        Demand(options.ThrottleFirst >= 0, nameof(SandboxOptions.ThrottleFirst), "0 or more");
        Demand(!(options.RetryAfter < TimeSpan.Zero), nameof(SandboxOptions.RetryAfter), "no negative duration");
        Demand(
            options.FailWith is null || Code().IsMatch(options.FailWith),
            nameof(SandboxOptions.FailWith),
            "a code of five digits, as Twilio and Telnyx have them, or a word such as conflict, as Sunshine has them");
        Demand(options.FailStatus is null or (>= 400 and <= 599), nameof(SandboxOptions.FailStatus), "a status from 400 to 599");
        Demand(Enum.IsDefined(options.FailOn), nameof(SandboxOptions.FailOn), "Requests, Reads, Writes or Deletes");
        Demand(options.FailFirst is null or > 0, nameof(SandboxOptions.FailFirst), "1 or more");
        Demand(
            options.IgnoreFilters is null || ListParameter.AreKnown(options.IgnoreFilters),
            nameof(SandboxOptions.IgnoreFilters),
            "names with commas between, each of them or, order, limit, id, name, created_at, last_message_at or metadata->key");
        Demand(options.MaxLimit is null or > 0, nameof(SandboxOptions.MaxLimit), "1 or more");
    }

    private static void DemandShares(SandboxOptions options)
    {
        DemandShare(options.ThrottleShare, nameof(SandboxOptions.ThrottleShare));
        DemandShare(options.ServerErrorShare, nameof(SandboxOptions.ServerErrorShare));
        DemandShare(options.UnavailableShare, nameof(SandboxOptions.UnavailableShare));
        DemandShare(options.ResetShare, nameof(SandboxOptions.ResetShare));
        DemandShare(options.TruncateShare, nameof(SandboxOptions.TruncateShare));
        DemandShare(options.SlowShare, nameof(SandboxOptions.SlowShare));
        DemandShare(options.UndocumentedSuccessShare, nameof(SandboxOptions.UndocumentedSuccessShare));
        DemandShare(options.FailShare, nameof(SandboxOptions.FailShare));
    }

    private static void DemandShare(double share, string name) => Demand(share is >= 0.0 and <= 1.0, name, "a share from 0 to 1");

    private static void Demand(bool holds, string name, string expected)
    {
        if (!holds)
            throw new ArgumentException($"The sandbox setting {name} takes {expected}.");
    }

    [GeneratedRegex(@"^([1-9][0-9]{4}|[a-z_]+)\z")]
    private static partial Regex Code();
}
