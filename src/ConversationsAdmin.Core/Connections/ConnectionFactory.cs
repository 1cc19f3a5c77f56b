using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Connections;

/// <summary>Opens connections. Opening one sends nothing.</summary>
public static class ConnectionFactory
{
    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromHours(1);

    /// <summary>Opens a connection to Twilio.</summary>
    /// <param name="options">Who, where, and how patiently.</param>
    /// <exception cref="RequestArgumentException">An address or an identifier is none that may be used.</exception>
    public static ConvConnection OpenTwilio(TwilioConnectionOptions options)
    {
        if (options.ServiceSid is { } service && !SidKind.Service.Matches(service))
        {
            throw RequestArgumentException.About("ServiceSid", $"{SidKind.Service.Explain(service)}");
        }

        if (options.Timeout < MinTimeout || options.Timeout > MaxTimeout)
        {
            throw RequestArgumentException.About("Timeout", $"give a tenth of a second to one hour, such as PT30S.");
        }

        var conversations = Address(options, Api.TwilioConversations, options.BaseUri, "BaseUri");
        var proxy = Address(options, Api.TwilioProxy, options.ProxyBaseUri, "ProxyBaseUri");
        var client = new ProviderClient(new ClientOptions
        {
            BaseUris = new Dictionary<Api, Uri> { [Api.TwilioConversations] = conversations, [Api.TwilioProxy] = proxy },
            UserName = options.Credential.UserName,
            Password = options.Credential.Secret,
            Timeout = options.Timeout,
            Retry = options.Retry,
            Handler = options.Handler,
        });
        return new ConvConnection(new ProviderSession(new ResourceOrigin(options.Name, options.Credential.AccountSid), client))
        {
            Name = options.Name,
            Provider = Provider.Twilio,
            AccountSid = options.Credential.AccountSid,
            UserName = options.Credential.UserName,
            ServiceSid = options.ServiceSid,
            BaseUri = conversations,
            ProxyBaseUri = proxy,
            Sandbox = options.Sandbox,
        };
    }

    private static Uri Address(TwilioConnectionOptions options, Api api, Uri? given, string parameter)
    {
        if (given is null)
        {
            return TwilioHosts.Address(api, options.Region, options.Edge);
        }

        // First, so that no message shows it.
        if (given.OriginalString.Contains('@', StringComparison.Ordinal) || given.OriginalString.AsSpan().IndexOfAny('?', '#') >= 0)
        {
            throw RequestArgumentException.About(parameter, $"give the address without a user, a query or a fragment.");
        }

        if (!given.IsAbsoluteUri || given.Scheme is not ("https" or "http"))
        {
            throw RequestArgumentException.About(parameter, $"'{given}' is no absolute address with https.");
        }

        return given.Scheme == "https" || given.IsLoopback
            ? given
            : throw RequestArgumentException.About(parameter, $"{given.Host} would get the credentials unencrypted. Use https; http is for this machine only.");
    }
}
