using ConversationsAdmin.Tests.Metadata;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace ConversationsAdmin.Tests.Gateway.OpenApi;

/// <summary>The document as it is served, read by the library's own reader.</summary>
internal static class ServedDocument
{
    private static readonly Lazy<Task<ReadResult>> Served = new(ReadAsync);

    /// <summary>What the gateway answers itself, besides the operations.</summary>
    public static readonly IReadOnlyList<string> OwnPaths = ["/healthz", "/openapi.json"];

    public static Task<ReadResult> ResultAsync => Served.Value;

    public static async Task<OpenApiDocument> LoadAsync() => (await Served.Value).Document!;

    public static async Task<OpenApiOperation> OperationAsync(DocumentedOperation row) =>
        (await LoadAsync()).Paths[row.RestPath!].Operations![HttpMethod.Parse(row.Method)];

    private static async Task<ReadResult> ReadAsync()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var stream = new MemoryStream(await browser.GetByteArrayAsync(new Uri(gateway.RestAddress, "openapi.json")));
        return await OpenApiDocument.LoadAsync(stream, "json");
    }
}
