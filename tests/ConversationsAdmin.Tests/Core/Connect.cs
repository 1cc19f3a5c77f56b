using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Opens connections the way a caller does, but with next to no waiting between attempts.</summary>
internal static class Connect
{
    public const string AccountSid = "ACa0000000000000000000000000000000";
    public const string Secret = "canary-of-the-tests";

    public static readonly RetryOptions Quick = new()
    {
        BaseDelay = TimeSpan.FromMilliseconds(1),
        MaxDelay = TimeSpan.FromMilliseconds(5),
    };

    /// <param name="pace">Write actions a second in each scope; the default is any number, so that a test need not wait. Null is Twilio's own.</param>
    public static ProviderSession To(TwilioSandbox server, RetryOptions? retry = null, double? pace = 0, int maxConcurrency = 64) => Open(new TwilioConnectionOptions
    {
        Name = "Sandbox",
        Credential = CredentialOf(server),
        ServiceSid = server.DefaultServiceSid,
        Handler = server.CreateHandler,
        Retry = retry ?? Quick,
        ActionsPerSecond = pace,
        MaxConcurrency = maxConcurrency,
    });

    public static ProviderSession To(WireServer server, RetryOptions? retry = null, TimeSpan? timeout = null, double? pace = null) =>
        To(server.Address, retry, timeout, pace: pace);

    public static ProviderSession To(
        Uri address, RetryOptions? retry = null, TimeSpan? timeout = null, TwilioCredential? credential = null, double? pace = null) =>
        Open(new TwilioConnectionOptions
        {
            Name = "Wire",
            Credential = credential ?? new TwilioCredential(AccountSid, Secret, null),
            BaseUri = address,
            Retry = retry ?? Quick,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
            ActionsPerSecond = pace,
        });

    public static TwilioCredential CredentialOf(TwilioSandbox server) => new(server.AccountSid, server.AuthToken, null);

    private static ProviderSession Open(TwilioConnectionOptions options) => ProviderSession.Of(ConnectionFactory.OpenTwilio(options));
}
