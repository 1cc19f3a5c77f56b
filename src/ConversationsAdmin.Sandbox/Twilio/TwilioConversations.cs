using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>Twilio Conversations v1.</summary>
internal sealed class TwilioConversations(
    Account account, Credentials credentials, WholeSecondClock clock, SandboxOptions options, TimeProvider time)
    : TwilioApi<Call>(Endpoints, RandomStream.NewResources, credentials, clock, options, time)
{
    private static readonly Endpoint<Call>[] Endpoints =
    [
        .. ServiceEndpoints.All,
        .. ServiceConfigurationEndpoints.All,
        .. ServiceNotificationEndpoints.All,
        .. ServiceWebhookEndpoints.All,
        .. BindingEndpoints.All,
        .. RoleEndpoints.All,
        .. UserEndpoints.All,
        .. UserConversationEndpoints.All,
        .. ParticipantConversationEndpoints.All,
        .. ConversationEndpoints.All,
        .. ParticipantEndpoints.All,
        .. MessageEndpoints.All,
        .. MessageReceiptEndpoints.All,
        .. ScopedWebhookEndpoints.All,
    ];

    public override string AddressPrefix
    {
        get => account.AddressPrefix;
        set => account.AddressPrefix = value;
    }

    private protected override Call Receive(TwilioCall call) => new(account, call);
}
