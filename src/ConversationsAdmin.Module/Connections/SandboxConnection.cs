using System.Collections;
using System.Management.Automation;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Module.Connections;

/// <summary>Opens a connection to a sandbox of its own. Only this knows the sandbox, so that its assembly loads for nobody else.</summary>
internal static class SandboxConnection
{
    /// <exception cref="ArgumentException">An option is unknown, or its value does not fit.</exception>
    internal static ConvConnection Open(string name, Hashtable options, string? serviceSid, TimeSpan timeout, RetryOptions retry)
    {
        var server = new TwilioSandbox(SandboxOptions.FromSettings(
            options.Cast<DictionaryEntry>().Select(option => KeyValuePair.Create(option.Key.ToString()!, option.Value is PSObject wrapped ? wrapped.BaseObject : option.Value))));
        return ConnectionFactory.OpenTwilio(new TwilioConnectionOptions
        {
            Name = name,
            Credential = new TwilioCredential(server.AccountSid, server.AuthToken, server.AccountSid),
            BaseUri = TwilioSandbox.ConversationsBaseAddress,
            ServiceSid = serviceSid ?? server.DefaultServiceSid,
            Timeout = timeout,
            Retry = retry,
            Handler = server.CreateHandler,
            Sandbox = new SandboxAccess(
                () => server.Record.Requests.Select(ToRecordedRequest).ToArray(),
                () => server.Record.MaxConcurrent,
                () => server.Record.InFlight,
                server.Record.Clear),
        });
    }

    private static RecordedRequest ToRecordedRequest(SandboxRequest request) => new()
    {
        Number = request.Number,
        Received = request.Received,
        Method = request.Method,
        Path = request.Path,
        Query = request.Query,
        ContentType = request.ContentType,
        Body = request.Body,
        Headers = request.Headers,
        Status = request.Status,
        Cancelled = request.Cancelled,
        ConcurrentRequests = request.ConcurrentRequests,
    };
}
