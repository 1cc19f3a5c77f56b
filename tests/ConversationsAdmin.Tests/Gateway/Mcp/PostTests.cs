using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>What streamable HTTP asks of a request is asked, and what is refused says so in JSON-RPC.</summary>
public sealed class PostTests
{
    private const string Accept = "application/json, text/event-stream";
    private const string List = """{"jsonrpc":"2.0","id":7,"method":"tools/list","params":{}}""";
    private const string Meta = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{}}";
    private const string NewList = """{"jsonrpc":"2.0","id":7,"method":"tools/list","params":{@meta}}""";

    [Theory]
    [InlineData(List, "", 200)]
    [InlineData(List, "Accept: application/json", 406)]
    [InlineData(List, "Content-Type: text/plain", 415)]
    [InlineData("""{"jsonrpc":"2.0",""", "", 400)]
    [InlineData("[]", "", 400)]
    [InlineData(List, "MCP-Protocol-Version: 1999-01-01", 400)]
    [InlineData(List, "Mcp-Session-Id: one", 400)]
    [InlineData(List, "MCP-Protocol-Version: 2026-07-28|Mcp-Method: tools/list", 400)]
    [InlineData(NewList, "", 400)]
    [InlineData(NewList, "MCP-Protocol-Version: 2026-07-28", 400)]
    [InlineData(NewList, "MCP-Protocol-Version: 2026-07-28|Mcp-Method: tools/call", 400)]
    [InlineData(NewList, "MCP-Protocol-Version: 2026-07-28|Mcp-Method: tools/list", 200)]
    [InlineData("""{"jsonrpc":"2.0","id":7,"method":"ping","params":{@meta}}""", "MCP-Protocol-Version: 2026-07-28|Mcp-Method: ping", 404)]
    [InlineData("""{"jsonrpc":"2.0","id":7,"method":"tools/rename","params":{@meta}}""", "MCP-Protocol-Version: 2026-07-28|Mcp-Method: tools/rename", 404)]
    [InlineData("""{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"a",@meta}}""", "MCP-Protocol-Version: 2026-07-28|Mcp-Method: tools/call|Mcp-Name: b", 400)]
    [InlineData("""{"jsonrpc":"2.0","method":"notifications/initialized"}""", "", 202)]
    public async Task It_is_answered_with(string body, string headers, int status)
    {
        await using var gateway = await SandboxGateway.StartAsync();
        using var client = gateway.PlainClient();
        using var request = Post(gateway.Address, body.Replace("@meta", Meta), headers);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{response.StatusCode}: {text}");
        if (status >= 400)
        {
            var error = text.StartsWith('{') ? text : text[text.IndexOf('{')..];
            Assert.NotEmpty(JsonElement.Parse(error.Trim()).GetProperty("error").GetProperty("message").GetString()!);
        }

        Assert.Equal(0, gateway.Sent);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task There_is_nothing_but_POST(string method)
    {
        await using var gateway = await SandboxGateway.StartAsync();
        using var client = gateway.PlainClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), gateway.Address);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("POST", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var gateway = await SandboxGateway.StartAsync();
        using var client = gateway.PlainClient();
        using var request = Post(gateway.Address, $$$"""{"jsonrpc":"2.0","id":7,"method":"tools/list","params":{"x":"{{{new string('x', 2 * 1024 * 1024)}}}"} }""", "");
        request.Headers.TransferEncodingChunked = true;
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_there_is_nothing()
    {
        await using var gateway = await SandboxGateway.StartAsync();
        using var client = new HttpClient();
        using var request = Post(gateway.Address, List, "");
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static HttpRequestMessage Post(Uri address, string body, string headers)
    {
        var given = headers.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split(": ")).ToDictionary(header => header[0], header => header[1]);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, given.GetValueOrDefault("Content-Type", "application/json")) };
        request.Headers.TryAddWithoutValidation("Accept", given.GetValueOrDefault("Accept", Accept));
        foreach (var (name, value) in given.Where(header => header.Key is not ("Accept" or "Content-Type")))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
