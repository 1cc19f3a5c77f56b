using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>Where a conversation's webhook sends events, and when. What is null does not belong to its target.</summary>
public sealed class WebhookConfiguration
{
    /// <summary>The address that is called (webhook, trigger).</summary>
    public Uri? Url { get; init; }

    /// <summary>The HTTP method of the call (webhook, trigger).</summary>
    public string? Method { get; init; }

    /// <summary>The events that are sent (webhook).</summary>
    public required TextList Filters { get; init; }

    /// <summary>The keywords in messages that start it (trigger).</summary>
    public required TextList Triggers { get; init; }

    /// <summary>The Studio flow that is started: <c>FW</c> and 32 hexadecimal digits (studio).</summary>
    public string? FlowSid { get; init; }

    /// <summary>The index of the message after which messages are sent again.</summary>
    public long? ReplayAfter { get; init; }

    /// <summary>Fields that this version does not know yet, by their wire names; null when there are none.</summary>
    public ReadOnlyDictionary<string, object?>? AdditionalProperties { get; init; }

    /// <summary>The address or the flow, and when, on one line.</summary>
    public override string ToString() => string.Join(' ', Parts());

    private IEnumerable<string> Parts()
    {
        if (Method is not null)
        {
            yield return Method;
        }

        yield return Url?.OriginalString ?? FlowSid ?? "nowhere";
        if (Filters.Count + Triggers.Count > 0)
        {
            yield return $"for {string.Join(", ", Filters.Concat(Triggers))}";
        }

        if (ReplayAfter is { } index)
        {
            yield return $"after {index}";
        }
    }
}
