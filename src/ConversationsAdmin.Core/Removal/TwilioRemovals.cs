using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Core.Removal;

/// <summary>The removals of Twilio's resources, each with what it belongs to.</summary>
public static class TwilioRemovals
{
    /// <summary>The removal of a service with everything in it.</summary>
    /// <param name="accountSid">The account.</param>
    /// <param name="serviceSid">The service.</param>
    /// <exception cref="RequestArgumentException">An identifier is malformed.</exception>
    public static RemovalTarget Service(string? accountSid, string? serviceSid) => new()
    {
        Delete = OperationRequest.Create(ServiceResource.Delete, Values(("Sid", serviceSid))),
        Name = serviceSid!,
        ResourceType = ConversationsAdmin.Twilio.Service.Type,
        AccountSid = accountSid,
        ServiceSid = serviceSid,
    };

    /// <summary>The removal of a conversation with its messages and participants.</summary>
    /// <param name="accountSid">The account.</param>
    /// <param name="serviceSid">The service.</param>
    /// <param name="conversation">The conversation's SID, or its unique name as an <see cref="AlternateName"/>.</param>
    /// <param name="webhookEnabled">Whether the provider calls the webhooks; null leaves it to the provider.</param>
    /// <exception cref="RequestArgumentException">An identifier is malformed.</exception>
    public static RemovalTarget Conversation(string? accountSid, string? serviceSid, object? conversation, bool? webhookEnabled) => new()
    {
        Delete = OperationRequest.Create(
            ConversationResource.Delete,
            Values(("ChatServiceSid", serviceSid), ("Sid", conversation), (TwilioParameters.WebhookHeader, webhookEnabled))),
        FetchParent = OperationRequest.Create(ServiceResource.Fetch, Values(("Sid", serviceSid))),
        Name = conversation!.ToString()!,
        IsAlternateName = conversation is AlternateName,
        ResourceType = ConversationsAdmin.Twilio.Conversation.Type,
        AccountSid = accountSid,
        ServiceSid = serviceSid,
        ConversationSid = conversation as string,
    };

    /// <summary>The removal of a participant.</summary>
    /// <param name="accountSid">The account.</param>
    /// <param name="serviceSid">The service.</param>
    /// <param name="conversationSid">The conversation.</param>
    /// <param name="participantSid">The participant.</param>
    /// <param name="webhookEnabled">Whether the provider calls the webhooks; null leaves it to the provider.</param>
    /// <exception cref="RequestArgumentException">An identifier is malformed.</exception>
    public static RemovalTarget Participant(string? accountSid, string? serviceSid, string? conversationSid, string? participantSid, bool? webhookEnabled) => new()
    {
        Delete = OperationRequest.Create(
            ParticipantResource.Delete,
            Values(
                ("ChatServiceSid", serviceSid),
                ("ConversationSid", conversationSid),
                ("Sid", participantSid),
                (TwilioParameters.WebhookHeader, webhookEnabled))),
        FetchParent = OperationRequest.Create(ConversationResource.Fetch, Values(("ChatServiceSid", serviceSid), ("Sid", conversationSid))),
        Name = participantSid!,
        ResourceType = ConversationsAdmin.Twilio.Participant.Type,
        AccountSid = accountSid,
        ServiceSid = serviceSid,
        ConversationSid = conversationSid,
        ParticipantSid = participantSid,
    };

    private static IEnumerable<KeyValuePair<string, object?>> Values(params (string Name, object? Value)[] values) =>
        values.Select(value => KeyValuePair.Create(value.Name, value.Value));
}
