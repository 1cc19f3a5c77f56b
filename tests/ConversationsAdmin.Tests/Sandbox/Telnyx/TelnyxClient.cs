using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Tests.Sandbox.Telnyx;

/// <summary>Speaks plain HTTP to a Telnyx sandbox.</summary>
internal sealed class TelnyxClient : IDisposable
{
    public const string Conversations = "/v2/ai/conversations";
    private readonly HttpClient http;

    public TelnyxClient(TelnyxSandbox server)
    {
        http = new HttpClient(server.CreateHandler()) { BaseAddress = TelnyxSandbox.BaseAddress };
        Authorize("Bearer", server.ApiKey);
    }

    public static TelnyxClient Empty(SandboxOptions? options = null, TimeProvider? time = null) =>
        new(new TelnyxSandbox((options ?? new SandboxOptions()) with { Conversations = 0 }, time ?? TimeProvider.System));

    public static TelnyxClient Filled(int conversations, SandboxOptions? options = null) =>
        new(new TelnyxSandbox((options ?? new SandboxOptions()) with { Conversations = conversations }));

    public void Authorize(string? scheme, string? parameter = null) =>
        http.DefaultRequestHeaders.Authorization = scheme is null ? null : new AuthenticationHeaderValue(scheme, parameter);

    public static string One(string id) => $"{Conversations}/{id}";

    public Task<TelnyxAnswer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<TelnyxAnswer> Delete(string path) => Send(HttpMethod.Delete, path);

    public Task<TelnyxAnswer> Post(string body, string? key = null, string query = "") =>
        Send(HttpMethod.Post, Conversations + query, body, key is null ? [] : [("Idempotency-Key", key)]);

    public Task<TelnyxAnswer> Put(string id, string body) => Send(HttpMethod.Put, One(id), body);

    public Task<TelnyxAnswer> List(params (string Name, string Value)[] query)
    {
        var pairs = query.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}");
        return Get($"{Conversations}?{string.Join('&', pairs)}");
    }

    public async Task<string> New(string? name = null, object? metadata = null)
    {
        var body = JsonSerializer.Serialize(new { name = name ?? "", metadata = metadata ?? new { } });
        return (await Post(body)).Expect(200).Json.GetProperty("id").GetString()!;
    }

    public Task<TelnyxAnswer> Send(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return Send(request);
    }

    public async Task<TelnyxAnswer> Send(HttpRequestMessage request)
    {
        using (request)
        using (var response = await http.SendAsync(request))
        {
            var text = await response.Content.ReadAsStringAsync();
            var headers = response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
            return new TelnyxAnswer((int)response.StatusCode, text, headers);
        }
    }

    public void Dispose() => http.Dispose();
}
