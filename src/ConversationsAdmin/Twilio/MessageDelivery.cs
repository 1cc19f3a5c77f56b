using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>How far a message has come outside the chat. Each stage is reached by <c>all</c>, <c>some</c> or <c>none</c>.</summary>
public sealed class MessageDelivery
{
    /// <summary>How many recipients it has outside the chat.</summary>
    public long? Total { get; init; }

    /// <summary>Sent to the carrier.</summary>
    public string? Sent { get; init; }

    /// <summary>Delivered to the device.</summary>
    public string? Delivered { get; init; }

    /// <summary>Read, where the channel tells.</summary>
    public string? Read { get; init; }

    /// <summary>Failed to be sent.</summary>
    public string? Failed { get; init; }

    /// <summary>Sent, but not delivered.</summary>
    public string? Undelivered { get; init; }

    /// <summary>Fields that this version does not know yet, by their wire names; null when there are none.</summary>
    public ReadOnlyDictionary<string, object?>? AdditionalProperties { get; init; }

    /// <summary>What went wrong for some or all, or the furthest stage that some or all have reached.</summary>
    public override string ToString() =>
        Stage("failed", Failed) ?? Stage("undelivered", Undelivered)
        ?? Stage("read", Read) ?? Stage("delivered", Delivered) ?? Stage("sent", Sent)
        ?? "not sent yet";

    private static string? Stage(string name, string? reached) => reached is null or "none" ? null : $"{name} by {reached}";
}
