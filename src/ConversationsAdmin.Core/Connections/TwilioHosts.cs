using System.Text.RegularExpressions;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Connections;

/// <summary>The hosts of Twilio's APIs: <c>{product}.{edge}.{region}.twilio.com</c>, or <c>{product}.twilio.com</c> for the default.</summary>
public static partial class TwilioHosts
{
    private const string DefaultRegion = "us1";

    private static readonly Dictionary<string, string> EdgeOfRegion = new(StringComparer.OrdinalIgnoreCase)
    {
        ["au1"] = "sydney",
        ["ie1"] = "dublin",
        ["jp1"] = "tokyo",
    };

    /// <summary>The address of an API.</summary>
    /// <param name="api">The API.</param>
    /// <param name="region">The region; null for the default.</param>
    /// <param name="edge">The edge; null for that of the region.</param>
    /// <exception cref="RequestArgumentException">The region or the edge can't be part of a host's name.</exception>
    public static Uri Address(Api api, string? region, string? edge)
    {
        var product = api == Api.TwilioProxy ? "proxy" : "conversations";
        Check("Region", region);
        Check("Edge", edge);
        if (edge is null && (region is null || region.Equals(DefaultRegion, StringComparison.OrdinalIgnoreCase)))
        {
            return new Uri($"https://{product}.twilio.com");
        }

        region ??= DefaultRegion;
        edge ??= EdgeOfRegion.GetValueOrDefault(region);
        return new Uri(edge is null ? $"https://{product}.{region}.twilio.com" : $"https://{product}.{edge}.{region}.twilio.com");
    }

    // It becomes part of the host that the credentials go to.
    private static void Check(string name, string? label)
    {
        if (label is not null && !HostLabel().IsMatch(label))
        {
            throw RequestArgumentException.About(name, $"'{label}' is no {name.ToLowerInvariant()}. Give one such as {(name == "Region" ? "ie1" : "dublin")}.");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,30}\\z", RegexOptions.IgnoreCase)]
    private static partial Regex HostLabel();
}
