using ConversationsAdmin.Cli.Sandbox;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Tests.Cli;

/// <summary>A sandbox behind a socket, which <c>conv cleanup</c> takes for the provider.</summary>
internal sealed class CleanupTarget : IAsyncDisposable
{
    private readonly TwilioSandbox sandbox;
    private readonly SandboxHost host;

    private CleanupTarget(TwilioSandbox sandbox, SandboxHost host) => (this.sandbox, this.host) = (sandbox, host);

    public IReadOnlyList<SandboxRequest> Requests => sandbox.Record.Requests;

    public int InFlight => sandbox.Record.InFlight;

    public static async Task<CleanupTarget> StartAsync(SandboxOptions? options = null)
    {
        var sandbox = new TwilioSandbox(options ?? new SandboxOptions { Conversations = 300 });
        return new CleanupTarget(sandbox, await SandboxHost.StartAsync([sandbox], 0, CancellationToken.None));
    }

    public Task<ConvResult> RunAsync(params string[] arguments) => RunWithTokenAsync(sandbox.AuthToken, arguments);

    public async Task<ConvResult> RunWithTokenAsync(string token, params string[] arguments)
    {
        using var process = Start(token, arguments);
        return await process.EndAsync();
    }

    public ConvProcess Start(params string[] arguments) => Start(sandbox.AuthToken, arguments);

    public async Task<List<Conversation>> ConversationsAsync()
    {
        using var session = Connect.To(sandbox);
        return await session.AllAsync(
            Core.Requests.Of(ConversationResource.List, ("ChatServiceSid", sandbox.DefaultServiceSid), ("PageSize", 100)), ConversationResource.Read);
    }

    /// <summary>What a person does who writes to a conversation.</summary>
    public async Task PostMessageAsync(string conversation)
    {
        using var session = Connect.To(sandbox);
        await session.SendAsync(
            MessageResource.Create, ("ChatServiceSid", sandbox.DefaultServiceSid), ("ConversationSid", conversation), ("Author", "customer"), ("Body", "Is anybody there?"));
    }

    public void Forget() => sandbox.Record.Clear();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private ConvProcess Start(string token, string[] arguments) => ConvProcess.Start(
        ["cleanup", "--service", sandbox.DefaultServiceSid, "--base-uri", new Uri(host.BaseAddress, "conversations").AbsoluteUri, .. arguments],
        [("TWILIO_ACCOUNT_SID", sandbox.AccountSid), ("TWILIO_AUTH_TOKEN", token)]);
}
