using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>One kind of push notification.</summary>
public sealed class Notification
{
    /// <summary>Whether it is sent.</summary>
    public bool? Enabled { get; init; }

    /// <summary>What it says, with the placeholders of the provider.</summary>
    public string? Template { get; init; }

    /// <summary>The sound that the device plays.</summary>
    public string? Sound { get; init; }

    /// <summary>Fields that this version does not know yet, by their wire names; null when there are none.</summary>
    public ReadOnlyDictionary<string, object?>? AdditionalProperties { get; init; }

    /// <summary>Whether it is on, what it says and with which sound, on one line.</summary>
    public override string ToString() => Line(Enabled, Template, Sound);

    internal static string Line(bool? enabled, string? template, params string?[] details)
    {
        var given = string.Join(", ", details.Where(detail => !string.IsNullOrEmpty(detail)));
        return (enabled == true ? "on" : "off") + (string.IsNullOrEmpty(template) ? "" : $": {template}") + (given.Length == 0 ? "" : $" ({given})");
    }
}
