using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Tests.Sandbox.Sunshine;

/// <summary>Speaks plain HTTP to the sandbox of Sunshine Conversations, the way any client of it does.</summary>
internal sealed class SunshineClient : IDisposable
{
    private readonly HttpClient http;

    public SunshineClient(SunshineSandbox server, HttpMessageHandler? handler = null, Uri? baseAddress = null)
    {
        Server = server;
        http = new HttpClient(handler ?? server.CreateHandler()) { BaseAddress = baseAddress ?? SunshineSandbox.BaseAddress };
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{server.KeyId}:{server.KeySecret}"));
        Authorization = new AuthenticationHeaderValue("Basic", pair);
    }

    public SunshineSandbox Server { get; }

    public AuthenticationHeaderValue? Authorization
    {
        set => http.DefaultRequestHeaders.Authorization = value;
    }

    public string Conversations => $"/v2/apps/{Server.AppId}/conversations";

    /// <summary>The list of the sample user.</summary>
    public string List => $"{Conversations}?filter[userId]={Server.SampleUserId}";

    /// <summary>The body of a new personal conversation of the sample user.</summary>
    public string Personal => $$"""{"type":"personal","participants":[{"userId":"{{Server.SampleUserId}}"}]}""";

    public static SunshineClient Empty(SandboxOptions? options = null, TimeProvider? time = null) =>
        new(new SunshineSandbox((options ?? new SandboxOptions()) with { Conversations = 0 }, time ?? TimeProvider.System));

    public string One(string id) => $"{Conversations}/{id}";

    public Task<SunshineAnswer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<SunshineAnswer> Delete(string path) => Send(HttpMethod.Delete, path);

    public Task<SunshineAnswer> Post(string path, string body) => Send(HttpMethod.Post, path, body);

    public Task<SunshineAnswer> Patch(string id, string body) => Send(HttpMethod.Patch, One(id), body);

    public Task<SunshineAnswer> Create(string body) => Post(Conversations, body);

    /// <summary>Makes a group that the sample user is in, with these fields besides, and gives its id.</summary>
    public async Task<string> NewGroup(string fields = "")
    {
        var participants = $$"""[{"userId":"{{Server.SampleUserId}}","subscribeSDKClient":true}]""";
        var created = await Create($$"""{"type":"sdkGroup","participants":{{participants}}{{(fields == "" ? "" : "," + fields)}}}""");
        return created.Expect(HttpStatusCode.Created).Conversation.GetProperty("id").GetString()!;
    }

    public async Task<SunshineAnswer> Send(HttpMethod method, string path, string? body = null, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        using var response = await http.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        return new SunshineAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }

    /// <summary>The pages of a list, each found by the link of the one before.</summary>
    public async Task<List<SunshineAnswer>> Pages(string path)
    {
        var pages = new List<SunshineAnswer>();
        for (string? next = path; next is not null; next = pages[^1].Next)
            pages.Add((await Get(next)).Expect(HttpStatusCode.OK));
        return pages;
    }

    public void Dispose() => http.Dispose();
}
