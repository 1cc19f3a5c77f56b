using ConversationsAdmin.Sandbox.Data.Proxy;
using ConversationsAdmin.Sandbox.SampleData.Proxy;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

/// <summary>Twilio Proxy v1: the sessions of the account's one service.</summary>
internal sealed class TwilioProxy : TwilioApi<ProxyCall>
{
    private static readonly Endpoint<ProxyCall>[] Endpoints =
    [
        .. SessionEndpoints.All,
        .. SessionParticipantEndpoints.All,
        .. InteractionEndpoints.All,
    ];

    private readonly Lazy<ProxyService> service;
    private readonly ConflictRules conflicts;

    public TwilioProxy(string serviceSid, Credentials credentials, WholeSecondClock clock, SandboxOptions options, TimeProvider time)
        : base(Endpoints, RandomStream.NewProxyResources, credentials, clock, options, time)
    {
        // The samples age from the start, whenever they are asked for first.
        var started = clock.Now;
        service = new(() => SampleProxy.Create(options, serviceSid, credentials.AccountSid, started));
        conflicts = new ConflictRules(options.ProxyAllowParticipantConflict, new IdentifiersInProgress(options.Latency, time));
    }

    public override string AddressPrefix { get; set; } = TwilioSandbox.ProxyBaseAddress.GetLeftPart(UriPartial.Authority);

    private protected override ProxyCall Receive(TwilioCall call) => new(service.Value, conflicts, call);
}
