using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Pacing;
using RestSharp.Authenticators;

namespace ConversationsAdmin.Core.Connections;

/// <summary>Opens connections. Opening one sends nothing.</summary>
public static class ConnectionFactory
{
    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromHours(1);

    private const double MinActionsPerSecond = 0.01;
    private const double MaxActionsPerSecond = 1000;

    /// <summary>Opens a connection to Twilio.</summary>
    /// <param name="options">Who, where, and how patiently.</param>
    /// <exception cref="RequestArgumentException">An address or an identifier is none that may be used.</exception>
    public static ConvConnection OpenTwilio(TwilioConnectionOptions options)
    {
        CheckIdentifier(SidKind.Service, options.ServiceSid);
        CheckIdentifier(SidKind.ProxyService, options.ProxyServiceSid);
        var conversations = options.BaseUri is { } given
            ? BaseAddress.Checked(given, nameof(options.BaseUri))
            : TwilioHosts.Address(Api.TwilioConversations, options.Region, options.Edge);
        var proxy = ProxyAddress(options);
        if (proxy is null && options.ProxyServiceSid is not null)
        {
            throw RequestArgumentException.About(
                nameof(options.ProxyBaseUri), $"with an address of your own for Conversations, give that for Proxy too: nothing is sent to Twilio itself then.");
        }

        if (options.ProxyBaseUri is not null && options.BaseUri is null)
        {
            throw RequestArgumentException.About(
                nameof(options.BaseUri), $"with an address of your own for Proxy, give that for Conversations too, which may be Twilio's: https://conversations.twilio.com.");
        }

        var addressOfConversations = new ApiAddress(Api.TwilioConversations, conversations);
        var client = CreateClient(
            options, options.Credential.Authenticator, proxy is null ? [addressOfConversations] : [addressOfConversations, new ApiAddress(Api.TwilioProxy, proxy)]);
        return new ConvConnection(new ProviderSession(new ResourceOrigin(options.Name, options.Credential.AccountSid), client, options.Credential.AccountSid))
        {
            Name = options.Name,
            Provider = Provider.Twilio,
            AccountSid = options.Credential.AccountSid,
            UserName = options.Credential.UserName,
            ServiceSid = options.ServiceSid,
            ProxyServiceSid = options.ProxyServiceSid,
            BaseUri = conversations,
            ProxyBaseUri = proxy,
            MaxConcurrency = options.MaxConcurrency,
            ActionsPerSecond = options.ActionsPerSecond ?? PacePolicy.OfTwilio,
            Sandbox = options.Sandbox,
        };
    }

    /// <summary>Opens a connection to Telnyx.</summary>
    /// <param name="options">Who, where, and how patiently.</param>
    /// <exception cref="RequestArgumentException">The address is none that may be used.</exception>
    public static ConvConnection OpenTelnyx(TelnyxConnectionOptions options)
    {
        var address = options.BaseUri is { } given ? BaseAddress.Checked(given, nameof(options.BaseUri)) : BaseAddress.Telnyx;
        var client = CreateClient(options, options.Credential.Authenticator, [new ApiAddress(Api.Telnyx, address)]);
        return new ConvConnection(new ProviderSession(new ResourceOrigin(options.Name), client, options.Credential.Fingerprint))
        {
            Name = options.Name,
            Provider = Provider.Telnyx,
            BaseUri = address,
            MaxConcurrency = options.MaxConcurrency,
            ActionsPerSecond = options.ActionsPerSecond,
            Sandbox = options.Sandbox,
        };
    }

    /// <summary>Opens a connection to Sunshine Conversations.</summary>
    /// <param name="options">Who, where, and how patiently.</param>
    /// <exception cref="RequestArgumentException">The address or the app is missing, or none that may be used.</exception>
    public static ConvConnection OpenSunshine(SunshineConnectionOptions options)
    {
        CheckIdentifier(HexIdKind.App, options.AppId);
        var address = options.BaseUri is { } given
            ? BaseAddress.Checked(given, nameof(options.BaseUri))
            : throw RequestArgumentException.About(
                nameof(options.BaseUri),
                $"an account has an address of its own. Give https://{{subdomain}}.zendesk.com/sc; accounts from before Zendesk have https://api.smooch.io or https://api.eu-1.smooch.io.");
        var client = CreateClient(options, options.Credential.Authenticator, [new ApiAddress(Api.Sunshine, address)]);
        return new ConvConnection(new ProviderSession(new ResourceOrigin(options.Name), client, account: null))
        {
            Name = options.Name,
            Provider = Provider.Sunshine,
            UserName = options.Credential.KeyId,
            AppId = options.AppId,
            BaseUri = address,
            MaxConcurrency = options.MaxConcurrency,
            ActionsPerSecond = options.ActionsPerSecond,
            Sandbox = options.Sandbox,
        };
    }

    // Who names another address for the one would not expect the other to go to Twilio itself.
    private static Uri? ProxyAddress(TwilioConnectionOptions options) =>
        options.ProxyBaseUri is { } given ? BaseAddress.Checked(given, nameof(options.ProxyBaseUri))
        : options.BaseUri is null ? TwilioHosts.Address(Api.TwilioProxy, options.Region, options.Edge)
        : null;

    private static ProviderClient CreateClient(ConnectionOptions options, IAuthenticator authenticator, IReadOnlyList<ApiAddress> addresses)
    {
        CheckLimits(options);
        return new ProviderClient(new ClientOptions
        {
            Addresses = addresses,
            Authenticator = authenticator,
            Timeout = options.Timeout,
            MaxConcurrency = options.MaxConcurrency,
            ActionsPerSecond = options.ActionsPerSecond,
            Retry = options.Retry,
            Handler = options.Handler,
        });
    }

    private static void CheckLimits(ConnectionOptions options)
    {
        if (options.Timeout < MinTimeout || options.Timeout > MaxTimeout)
        {
            throw RequestArgumentException.About(nameof(options.Timeout), $"give a tenth of a second to one hour, such as PT30S.");
        }

        if (options.MaxConcurrency is < 1 or > ClientOptions.DefaultMaxConcurrency)
        {
            throw RequestArgumentException.About(nameof(options.MaxConcurrency), $"give 1 to {ClientOptions.DefaultMaxConcurrency} requests at once.");
        }

        if (options.ActionsPerSecond is not (null or 0 or (>= MinActionsPerSecond and <= MaxActionsPerSecond)))
        {
            throw RequestArgumentException.About(
                nameof(options.ActionsPerSecond), $"give 0.01 to 1000 write actions a second, or 0 to send them as fast as they come.");
        }
    }

    private static void CheckIdentifier(IdentifierKind kind, string? identifier)
    {
        if (identifier is not null && !kind.Matches(identifier))
        {
            throw RequestArgumentException.About(kind.IdentifierName, $"{kind.Explain(identifier)}");
        }
    }
}
