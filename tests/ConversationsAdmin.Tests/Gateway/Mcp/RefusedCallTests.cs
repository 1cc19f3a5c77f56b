using System.Globalization;
using System.Text.RegularExpressions;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using ModelContextProtocol;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Mcp;

/// <summary>What is refused says why and what to do, and reaches no provider.</summary>
public sealed class RefusedCallTests
{
    private const string Conversation = "CH00000000000000000000000000000001";
    private const string Service = "IS00000000000000000000000000000001";
    private const string At = $"\"ChatServiceSid\":\"{Service}\",\"Sid\":\"{Conversation}\"";
    private const string List = "retrieve-list-conversations-your-service";
    private const string Remove = "remove-conversation-your-service";
    private const string Update = "update-existing-conversation-your-service";

    [Theory]
    [InlineData(true, false, Remove, """{@at,"confirm":"@CH"}""", "destructive_not_allowed", "--allow-destructive")]
    [InlineData(false, true, Update, """{@at,"body":{"FriendlyName":"x"}}""", "write_not_allowed", "--allow-write")]
    [InlineData(true, false, Update, """{@at,"body":{"State":"closed"}}""", "destructive_not_allowed", "closed")]
    [InlineData(true, true, Remove, """{@at}""", "confirm_missing", Conversation)]
    [InlineData(true, true, Remove, """{@at,"confirm":"@IS"}""", "confirm_mismatch", Conversation)]
    [InlineData(true, true, Remove, """{@at,"confirm":true}""", "invalid_argument", "confirm")]
    [InlineData(true, true, Update, """{@at,"body":{"State":"closed"}}""", "confirm_missing", Conversation)]
    [InlineData(true, true, List, """{"ChatServiceSid":"IS1"}""", "invalid_argument", "ChatServiceSid")]
    [InlineData(true, true, List, """{"ChatServiceSid":17}""", "invalid_argument", "ChatServiceSid")]
    [InlineData(true, true, List, """{"ChatServiceSid":"@IS","PageSize":2.5}""", "invalid_argument", "PageSize")]
    [InlineData(true, true, List, """{}""", "invalid_argument", "ChatServiceSid")]
    [InlineData(true, true, List, """{"ChatServiceSid":"@IS","Sort":"name"}""", "invalid_argument", "'Sort'. It takes ChatServiceSid, ")]
    [InlineData(true, true, List, """{"ChatServiceSid":"@IS","confirm":"x"}""", "invalid_argument", "confirm")]
    [InlineData(true, true, List, """{"ChatServiceSid":"@IS","body":{}}""", "invalid_argument", "body")]
    [InlineData(true, true, List, """{"ChatServiceSid":"@IS","PageSize":101}""", "invalid_argument", "PageSize")]
    [InlineData(true, true, List, """{"ChatServiceSid":"@IS","State":null}""", "invalid_argument", "State")]
    [InlineData(true, true, Update, """{@at,"FriendlyName":"x"}""", "invalid_argument", "body")]
    [InlineData(true, true, Update, """{@at,"body":"FriendlyName=x"}""", "invalid_argument", "body")]
    [InlineData(true, true, Update, """{@at,"body":{"FreindlyName":"x"}}""", "invalid_argument", "FriendlyName")]
    public async Task It_says_why_and_sends_nothing(bool write, bool destroy, string tool, string arguments, string code, string text)
    {
        await using var gateway = await SandboxGateway.StartAsync(write, destroy);
        await using var client = await gateway.ConnectAsync();
        var result = await client.CallAsync(tool, arguments.Replace("@at", At).Replace("@CH", Conversation).Replace("@IS", Service));
        Assert.True(result.IsError);
        Assert.Null(result.StructuredContent);
        Assert.Equal(code, result.Problem().GetProperty("code").GetString());
        Assert.Equal(result.Sentence(), result.Problem().GetProperty("detail").GetString());
        Assert.Contains(text, result.Sentence());
        Assert.Equal(0, gateway.Sent);
    }

    [Fact]
    public async Task An_unknown_tool_is_an_error_of_the_protocol()
    {
        await using var gateway = await SandboxGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();
        var error = await Assert.ThrowsAsync<McpProtocolException>(() => client.CallAsync("drop-everything", "{}"));
        Assert.Equal(McpErrorCode.InvalidParams, error.ErrorCode);
        Assert.Contains("drop-everything", error.Message);
    }

    [Fact]
    public async Task What_the_provider_refuses_keeps_its_code_and_request_id()
    {
        await using var gateway = await SandboxGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();
        var result = await client.CallAsync("fetch-conversation-your-service", $$"""{"ChatServiceSid":"{{gateway.Twilio.DefaultServiceSid}}","Sid":"{{Conversation}}"}""");
        Assert.True(result.IsError);
        var problem = result.Problem();
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
        Assert.Equal("Twilio.20404", problem.GetProperty("code").GetString());
        Assert.Equal("20404", problem.GetProperty("providerCode").GetString());
        Assert.StartsWith("RQ", problem.GetProperty("requestId").GetString());
        Assert.Contains("20404", result.Sentence());
    }

    [Theory]
    [InlineData("fetch-conversation-your-service", "", false)]
    [InlineData("update-existing-conversation-your-service", ""","body":{"FriendlyName":"x"}""", true)]
    public async Task An_answer_that_is_no_object_is_an_error_that_says_whether_something_may_have_changed(string tool, string more, bool mayHaveActed)
    {
        using var provider = WireServer.Answering(WireAnswer.Json(200, "[]"));
        await using var gateway = await SandboxGateway.StartAsync(twilioAddress: provider.Address);
        await using var client = await gateway.ConnectAsync();
        var result = await client.CallAsync(tool, $"{{{At}{more}}}");
        Assert.True(result.IsError);
        Assert.Equal("UnexpectedResponse", result.Problem().GetProperty("code").GetString());
        Assert.Equal(mayHaveActed, result.Problem().TryGetProperty("mayHaveActed", out var told) && told.GetBoolean());
    }

    [Fact]
    public async Task A_page_that_nobody_could_read_says_which_would_do()
    {
        await using var gateway = await SandboxGateway.StartAsync(sandbox: new SandboxOptions { Conversations = 0 });
        await using var client = await gateway.ConnectAsync();
        var service = gateway.Twilio.DefaultServiceSid;
        var large = new string('x', 15_000);
        for (var made = 0; made < 12; made++)
        {
            var created = await client.CallAsync("create-new-conversation-your-service", $$$"""{"ChatServiceSid":"{{{service}}}","body":{"Attributes":{"note":"{{{large}}}"} } }""");
            Assert.True(created.IsError is not true, created.Content.Count > 0 ? created.Sentence() : "");
        }

        var refused = await client.CallAsync(List, $$"""{"ChatServiceSid":"{{service}}"}""");
        Assert.Equal("page_too_large", refused.Problem().GetProperty("code").GetString());
        Assert.Contains("has 12 rows", refused.Sentence());
        var fitting = Regex.Match(refused.Sentence(), @"Ask for (\d+) or fewer by PageSize").Groups[1].Value;
        var page = await client.CallAsync(List, $$"""{"ChatServiceSid":"{{service}}","PageSize":{{fitting}} }""");
        Assert.True(page.IsError is not true, page.Sentence());
        Assert.Equal(int.Parse(fitting, CultureInfo.InvariantCulture), page.StructuredContent!.Value.GetProperty("conversations").GetArrayLength());
    }
}
