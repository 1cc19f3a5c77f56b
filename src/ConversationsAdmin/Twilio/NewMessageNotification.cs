using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>The push notification for a new message.</summary>
public sealed class NewMessageNotification
{
    /// <summary>Whether it is sent.</summary>
    public bool? Enabled { get; init; }

    /// <summary>What it says, with the placeholders of the provider.</summary>
    public string? Template { get; init; }

    /// <summary>The sound that the device plays.</summary>
    public string? Sound { get; init; }

    /// <summary>Whether the badge counts new messages.</summary>
    public bool? BadgeCountEnabled { get; init; }

    /// <summary>What is sent in place of it for a message with files.</summary>
    public Notification? WithMedia { get; init; }

    /// <summary>Fields that this version does not know yet, by their wire names; null when there are none.</summary>
    public ReadOnlyDictionary<string, object?>? AdditionalProperties { get; init; }

    /// <summary>Whether it is on, what it says, with which sound, whether the badge counts, and what stands in place of it for files, on one line.</summary>
    public override string ToString() =>
        Notification.Line(Enabled, Template, Sound, BadgeCountEnabled == true ? "counted by the badge" : null, WithMedia is null ? null : $"with media {WithMedia}");
}
