using System.Text.Json;
using Xunit;

namespace ConversationsAdmin.Tests.Gateway;

/// <summary>An answer of the gateway over REST.</summary>
internal sealed record GatewayAnswer(int Status, string? ContentType, IReadOnlyDictionary<string, string> Headers, string Text, JsonElement? Json)
{
    public GatewayAnswer Expect(int status)
    {
        Assert.True(Status == status, $"The status is {Status} and not {status}.\n{Text}");
        return this;
    }

    /// <summary>A problem with a code, whose status is that of the answer.</summary>
    public GatewayAnswer Refused(int status, string code)
    {
        Expect(status);
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal((status, code), (Json!.Value.GetProperty("status").GetInt32(), this["code"]));
        return this;
    }

    public string this[string name] => Json!.Value.GetProperty(name).ToString();
}
