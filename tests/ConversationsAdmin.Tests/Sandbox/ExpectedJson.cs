using System.Text.Json;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

internal static class ExpectedJson
{
    /// <summary>Asserts that a document has these fields with these values, and no others.</summary>
    public static void Is(string expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(expected), actual), actual.GetRawText());
}
