using System.Text.Json;
using ConversationsAdmin.Cli.Sandbox;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Files;

namespace ConversationsAdmin.Tests.Cli;

/// <summary>The sandboxes of all providers behind a socket, and a folder with a policy for them.</summary>
internal sealed class ProviderTarget : IAsyncDisposable
{
    private readonly TwilioSandbox twilio;
    private readonly TelnyxSandbox telnyx;
    private readonly SunshineSandbox sunshine;
    private readonly SandboxHost host;
    private readonly TemporaryFolder folder = new();

    private ProviderTarget(TwilioSandbox twilio, TelnyxSandbox telnyx, SunshineSandbox sunshine, SandboxHost host) =>
        (this.twilio, this.telnyx, this.sunshine, this.host) = (twilio, telnyx, sunshine, host);

    /// <summary>What was asked to be removed, in the order of the requests.</summary>
    public List<string> Removals => [.. Requests.Where(request => request.Method == "DELETE").Select(request => request.Path.Split('/')[^1])];

    public IEnumerable<SandboxRequest> Requests => ((SandboxServer[])[twilio, telnyx, sunshine]).SelectMany(server => server.Record.Requests);

    public int InFlight => twilio.Record.InFlight;

    public static async Task<ProviderTarget> StartAsync(SandboxOptions? options = null)
    {
        var chosen = options ?? new SandboxOptions { Conversations = 60 };
        var (twilio, telnyx, sunshine) = (new TwilioSandbox(chosen), new TelnyxSandbox(chosen), new SunshineSandbox(chosen));
        return new ProviderTarget(twilio, telnyx, sunshine, await SandboxHost.StartAsync([twilio, telnyx, sunshine], 0, CancellationToken.None));
    }

    public string FileNamed(string name) => folder.FileNamed(name);

    /// <summary>Writes a policy for a type, with members besides.</summary>
    public void WritePolicy(string resourceType, string members) => File.WriteAllText(FileNamed("policy.json"), $$"""
        // A policy of the tests.
        {
          "schemaVersion": 1,
          "resourceType": "{{resourceType}}",
          {{PlaceOf(resourceType)}}
          "actionsPerSecond": 0,
          {{members}},
        }
        """);

    /// <summary>Runs conv cleanup with the policy.</summary>
    public Task<ConvResult> RunPolicyAsync(params string[] arguments) => RunAsync(["--policy", FileNamed("policy.json"), .. arguments]);

    public async Task<ConvResult> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await process.EndAsync();
    }

    public ConvProcess Start(params string[] arguments) => Start("conversations", arguments);

    public async Task<ConvResult> RunOnAsync(string api, params string[] arguments)
    {
        using var process = Start(api, arguments);
        return await process.EndAsync();
    }

    /// <summary>The only document on the output.</summary>
    public static JsonElement Summary(ConvResult run) => JsonSerializer.Deserialize<JsonElement>(run.Output);

    public void Forget()
    {
        foreach (var server in (SandboxServer[])[twilio, telnyx, sunshine])
        {
            server.Record.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    private string PlaceOf(string resourceType) => resourceType switch
    {
        "ConvConversation" => $"\"service\": \"{twilio.DefaultServiceSid}\",",
        "ProxySession" => $"\"service\": \"{twilio.ProxyServiceSid}\",",
        "SunshineConversation" => $"\"app\": \"{sunshine.AppId}\", \"users\": [\"{sunshine.SampleUserId}\"],",
        _ => "",
    };

    private ConvProcess Start(string api, string[] arguments) => ConvProcess.Start(
        ["cleanup", "--base-uri", new Uri(host.BaseAddress, api).AbsoluteUri, .. arguments],
        [
            ("TWILIO_ACCOUNT_SID", twilio.AccountSid),
            ("TWILIO_AUTH_TOKEN", twilio.AuthToken),
            ("TELNYX_API_KEY", telnyx.ApiKey),
            ("SUNSHINE_KEY_ID", sunshine.KeyId),
            ("SUNSHINE_KEY_SECRET", sunshine.KeySecret),
        ]);
}
