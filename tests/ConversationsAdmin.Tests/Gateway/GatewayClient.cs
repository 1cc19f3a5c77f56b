using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ConversationsAdmin.Tests.Gateway;

/// <summary>Calls the gateway over REST, as any program would.</summary>
internal sealed class GatewayClient : IDisposable
{
    private readonly HttpClient http;

    public GatewayClient(Uri address, AuthenticationHeaderValue? authorization)
    {
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = authorization;
    }

    public Task<GatewayAnswer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, content: null, headers);

    public Task<GatewayAnswer> Delete(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Delete, path, content: null, headers);

    public Task<GatewayAnswer> Post(string path, object body, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, JsonOf(body), headers);

    public Task<GatewayAnswer> PostText(string path, string body, string? contentType = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return Send(HttpMethod.Post, path, content);
    }

    public Task<GatewayAnswer> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers) =>
        Send(method, path, content, CancellationToken.None, headers);

    public async Task<GatewayAnswer> Send(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new GatewayAnswer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            text,
            text is "" ? null : JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <summary>A body whose members have the names that are written, and not those of the web.</summary>
    public static JsonContent JsonOf(object body) => JsonContent.Create(body, options: JsonSerializerOptions.Default);

    public void Dispose() => http.Dispose();
}
