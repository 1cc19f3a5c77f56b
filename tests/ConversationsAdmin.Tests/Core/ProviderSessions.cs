using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Opens connections to each of the providers, as <see cref="Connect"/> does to Twilio, and makes their requests.</summary>
internal static class ProviderSessions
{
    public const string AppId = "5d8c00000000000000000001";
    public const string SunshineConversationId = "5d8c00000000000000000002";
    public const string TelnyxConversationId = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    public const string ProxyServiceSid = "KS00000000000000000000000000000001";
    public const string SessionSid = "KC00000000000000000000000000000002";
    public const string KeyId = "app_5d8c00000000000000000003";

    public static ProviderSession To(TelnyxSandbox server, double? pace = 0) => ProviderSession.Of(ConnectionFactory.OpenTelnyx(new TelnyxConnectionOptions
    {
        Name = "Sandbox",
        Credential = new TelnyxCredential(server.ApiKey),
        Handler = server.CreateHandler,
        Retry = Connect.Quick,
        ActionsPerSecond = pace,
    }));

    public static ProviderSession To(SunshineSandbox server, double? pace = 0) => ProviderSession.Of(ConnectionFactory.OpenSunshine(new SunshineConnectionOptions
    {
        Name = "Sandbox",
        Credential = SunshineCredential.OfKey(server.KeyId, server.KeySecret),
        AppId = server.AppId,
        BaseUri = SunshineSandbox.BaseAddress,
        Handler = server.CreateHandler,
        Retry = Connect.Quick,
        ActionsPerSecond = pace,
    }));

    /// <summary>A connection to an API at any address.</summary>
    public static ProviderSession To(Api api, Uri address, TimeSpan? timeout = null) => ProviderSession.Of(Open(api, address, timeout));

    public static ConvConnection Open(Api api, Uri address, TimeSpan? timeout = null) => api switch
    {
        Api.Telnyx => ConnectionFactory.OpenTelnyx(new TelnyxConnectionOptions
        {
            Name = "Wire",
            Credential = new TelnyxCredential(Connect.Secret),
            BaseUri = address,
            Retry = Connect.Quick,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
        }),
        Api.Sunshine => ConnectionFactory.OpenSunshine(new SunshineConnectionOptions
        {
            Name = "Wire",
            Credential = SunshineCredential.OfKey(KeyId, Connect.Secret),
            AppId = AppId,
            BaseUri = address,
            Retry = Connect.Quick,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
        }),
        _ => ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
        {
            Name = "Wire",
            Credential = new TwilioCredential(Connect.AccountSid, Connect.Secret, null),
            BaseUri = address,
            ProxyBaseUri = address,
            Retry = Connect.Quick,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
        }),
    };

    /// <summary>A request with identifiers of the right kinds that nobody has.</summary>
    public static OperationRequest RequestOf(Api api, string method) => (api, method) switch
    {
        (Api.TwilioProxy, "GET") => Requests.Of(ProxySessionResource.Fetch, ("ServiceSid", ProxyServiceSid), ("Sid", SessionSid)),
        (Api.TwilioProxy, "DELETE") => Requests.Of(ProxySessionResource.Delete, ("ServiceSid", ProxyServiceSid), ("Sid", SessionSid)),
        (Api.TwilioProxy, "POST") => Requests.Of(ProxySessionResource.Create, ("ServiceSid", ProxyServiceSid), ("UniqueName", "order")),
        (Api.Telnyx, "GET") => Requests.Of(TelnyxConversationResource.Fetch, ("conversation_id", TelnyxConversationId)),
        (Api.Telnyx, "DELETE") => Requests.Of(TelnyxConversationResource.Delete, ("conversation_id", TelnyxConversationId)),
        (Api.Telnyx, "PUT") => Requests.Of(TelnyxConversationResource.Update, ("conversation_id", TelnyxConversationId), ("metadata", "{}")),
        (Api.Telnyx, "POST") => Requests.Of(TelnyxConversationResource.Create, ("name", "Support")),
        (Api.Sunshine, "GET") => Requests.Of(SunshineConversationResource.Fetch, ("appId", AppId), ("conversationId", SunshineConversationId)),
        (Api.Sunshine, "DELETE") => Requests.Of(SunshineConversationResource.Delete, ("appId", AppId), ("conversationId", SunshineConversationId)),
        (Api.Sunshine, "PATCH") => Requests.Of(
            SunshineConversationResource.Update, ("appId", AppId), ("conversationId", SunshineConversationId), ("displayName", "Support")),
        (Api.Sunshine, "POST") => Requests.Of(SunshineConversationResource.Create, ("appId", AppId), ("type", "sdkGroup")),
        _ => throw new ArgumentOutOfRangeException(nameof(method), $"{api} has no {method}."),
    };
}
