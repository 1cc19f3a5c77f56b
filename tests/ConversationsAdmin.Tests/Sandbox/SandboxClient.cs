using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Tests.Sandbox;

/// <summary>Speaks plain HTTP to a sandbox, the way any client of the provider does.</summary>
internal sealed class SandboxClient : IDisposable
{
    private readonly HttpClient http;

    public SandboxClient(TwilioSandbox server, HttpMessageHandler? handler = null, Uri? baseAddress = null)
    {
        Server = server;
        http = new HttpClient(handler ?? server.CreateHandler()) { BaseAddress = baseAddress ?? TwilioSandbox.ConversationsBaseAddress };
        Authenticate(server.AccountSid, server.AuthToken);
    }

    public TwilioSandbox Server { get; }

    public static SandboxClient Empty() => new(new TwilioSandbox(new SandboxOptions { Conversations = 0 }));

    public static SandboxClient Empty(ManualTime time, SandboxOptions? options = null) =>
        new(new TwilioSandbox((options ?? new SandboxOptions()) with { Conversations = 0 }, time));

    public string Service => $"/v1/Services/{Server.DefaultServiceSid}";

    public string Conversations => $"{Service}/Conversations";

    public void Authenticate(string user, string password) => http.DefaultRequestHeaders.Authorization =
        new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    public void DropCredentials() => http.DefaultRequestHeaders.Authorization = null;

    public Task<SandboxAnswer> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<SandboxAnswer> Delete(string path) => Send(new HttpRequestMessage(HttpMethod.Delete, path));

    public Task<SandboxAnswer> Post(string path, params (string Name, string Value)[] fields) => Send(
        new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    public Task<SandboxAnswer> SendWithWebhookHeader(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Twilio-Webhook-Enabled", "true");
        return Send(request);
    }

    public async Task<SandboxAnswer> Send(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        using (request)
        using (var response = await http.SendAsync(request, cancellationToken))
        {
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            var headers = response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
            return new SandboxAnswer(response.StatusCode, text, headers);
        }
    }

    public async Task<string> NewConversation(params (string Name, string Value)[] fields) =>
        (await Post(Conversations, fields)).Expect(HttpStatusCode.Created).Text("sid")!;

    public async Task<string> NewParticipant(string conversation, params (string Name, string Value)[] fields) =>
        (await Post(Participants(conversation), fields)).Expect(HttpStatusCode.Created).Text("sid")!;

    public async Task<string> NewRole(string type, string name = "role") =>
        (await Post(Roles, ("FriendlyName", name), ("Type", type), ("Permission", "sendMessage"))).Expect(HttpStatusCode.Created).Text("sid")!;

    public async Task<string> NewUser(string identity, params (string Name, string Value)[] fields) =>
        (await Post(Users, [("Identity", identity), .. fields])).Expect(HttpStatusCode.Created).Text("sid")!;

    public string Configuration => $"{Service}/Configuration";

    public string Roles => $"{Service}/Roles";

    public string Users => $"{Service}/Users";

    public string Bindings => $"{Service}/Bindings";

    public string User(string sidOrIdentity) => $"{Users}/{Uri.EscapeDataString(sidOrIdentity)}";

    public async Task<string> NewMessage(string conversation, params (string Name, string Value)[] fields) =>
        (await Post(Messages(conversation), fields)).Expect(HttpStatusCode.Created).Text("sid")!;

    public async Task<string> NewWebhook(string conversation, params (string Name, string Value)[] fields) =>
        (await Post(Webhooks(conversation), fields)).Expect(HttpStatusCode.Created).Text("sid")!;

    public string Messages(string conversation) => $"{Conversations}/{conversation}/Messages";

    public string Webhooks(string conversation) => $"{Conversations}/{conversation}/Webhooks";

    public string Participants(string conversation) => $"{Conversations}/{conversation}/Participants";

    /// <summary>Follows next_page_url to the end.</summary>
    public async Task<List<JsonElement>> All(string path)
    {
        var items = new List<JsonElement>();
        for (string? next = path; next is not null;)
        {
            var page = (await Get(next)).Expect(HttpStatusCode.OK);
            items.AddRange(page.Items());
            next = page.Meta("next_page_url");
        }
        return items;
    }

    public void Dispose() => http.Dispose();
}
