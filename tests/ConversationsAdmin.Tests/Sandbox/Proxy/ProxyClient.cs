using System.Net;
using System.Text.Json;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Tests.Sandbox.Proxy;

/// <summary>Speaks plain HTTP to the Proxy of a sandbox.</summary>
internal sealed class ProxyClient(TwilioSandbox server) : IDisposable
{
    public const string Ana = "+12025550111";
    public const string Ben = "+12025550122";
    public const string FirstNumber = "+15005550100";
    public const string SecondNumber = "+15005550101";

    private readonly SandboxClient http = new(server, baseAddress: TwilioSandbox.ProxyBaseAddress);

    public SandboxClient Http => http;

    public string Sessions => $"/v1/Services/{server.ProxyServiceSid}/Sessions";

    public static ProxyClient Empty(SandboxOptions? options = null, ManualTime? time = null)
    {
        options = (options ?? new SandboxOptions()) with { Conversations = 0 };
        return new(time is null ? new TwilioSandbox(options) : new TwilioSandbox(options, time));
    }

    public static ProxyClient Sample(int conversations = 3000) => new(new TwilioSandbox(new SandboxOptions { Conversations = conversations }));

    public static (string, string) Participant(string identifier, string? proxyIdentifier = null) => ("Participants", proxyIdentifier is null
        ? JsonSerializer.Serialize(new { Identifier = identifier })
        : JsonSerializer.Serialize(new { Identifier = identifier, ProxyIdentifier = proxyIdentifier }));

    public string One(string name) => $"{Sessions}/{Uri.EscapeDataString(name)}";

    public Task<SandboxAnswer> Create(params (string Name, string Value)[] fields) => http.Post(Sessions, fields);

    public async Task<string> New(params (string Name, string Value)[] fields) =>
        (await Create(fields)).Expect(HttpStatusCode.Created).Text("sid")!;

    public Task<SandboxAnswer> Get(string name) => http.Get(One(name));

    public Task<SandboxAnswer> Update(string name, params (string Name, string Value)[] fields) => http.Post(One(name), fields);

    public Task<SandboxAnswer> Delete(string name) => http.Delete(One(name));

    public void Dispose() => http.Dispose();
}
