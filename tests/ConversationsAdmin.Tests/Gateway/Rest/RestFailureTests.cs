using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Cli.Gateway.Guards;
using ConversationsAdmin.Cli.Gateway.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway.Rest;

/// <summary>A fault of the gateway's own tells callers and readers of the log no more than that there is one.</summary>
public sealed class RestFailureTests
{
    [Fact]
    public async Task An_exception_that_nobody_expected_shows_its_type_to_the_log_and_nothing_to_the_caller()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        await using var broken = GatewayApplication.Create(gateway.Services, new BearerGuard(gateway.Tokens), port: 0, Caller.Rest);
        RequestDelegate fail = _ => throw new InvalidOperationException("hidden words");
        broken.MapGet("/broken", fail);
        await broken.StartAsync();
        using var client = new GatewayClient(GatewayApplication.AddressOf(broken), new("Bearer", GatewayUnderTest.TokenOf(GatewayUnderTest.FirstCaller)));

        Assert.DoesNotContain("hidden", (await client.Get("/broken")).Refused(500, "internal_error").Text, StringComparison.Ordinal);
        var line = Assert.Single(gateway.Log.Entries);
        Assert.Equal("System.InvalidOperationException", line["Exception"]);
        Assert.DoesNotContain("hidden", string.Join(' ', line.Values), StringComparison.Ordinal);
    }
}
