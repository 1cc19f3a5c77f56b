using ConversationsAdmin.Core.Connections;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

[Collection(nameof(EnvironmentTests))]
public sealed class ProviderEnvironmentTests : IDisposable
{
    private static readonly string[] Names = ["TELNYX_API_KEY", "SUNSHINE_KEY_ID", "SUNSHINE_KEY_SECRET", "SUNSHINE_APP_ID"];

    private readonly Dictionary<string, string?> before = Names.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public ProviderEnvironmentTests() => Set();

    public void Dispose()
    {
        foreach (var (name, value) in before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_missing_key_of_telnyx_is_named(string? value)
    {
        Set(("TELNYX_API_KEY", value));
        Assert.Contains("TELNYX_API_KEY", Assert.Throws<RequestArgumentException>(TelnyxEnvironment.ReadCredential).Message);
    }

    [Theory]
    [InlineData(null, null, "SUNSHINE_KEY_ID")]
    [InlineData(ProviderSessions.KeyId, null, "SUNSHINE_KEY_SECRET is not")]
    [InlineData(null, Connect.Secret, "SUNSHINE_KEY_ID is not")]
    [InlineData(ProviderSessions.KeyId, " ", "SUNSHINE_KEY_SECRET is not")]
    public void What_sunshine_lacks_is_named(string? id, string? secret, string missing)
    {
        Set(("SUNSHINE_KEY_ID", id), ("SUNSHINE_KEY_SECRET", secret));
        var refusal = Assert.Throws<RequestArgumentException>(SunshineEnvironment.ReadCredential);
        Assert.Contains(missing, refusal.Message);
        Assert.DoesNotContain(Connect.Secret, refusal.ToString());
    }

    [Fact]
    public void What_stands_around_a_value_is_no_part_of_it()
    {
        Set(("SUNSHINE_KEY_ID", $" {ProviderSessions.KeyId} "), ("SUNSHINE_KEY_SECRET", Connect.Secret), ("SUNSHINE_APP_ID", $" {ProviderSessions.AppId}\n"));
        Assert.Equal(ProviderSessions.KeyId, SunshineEnvironment.ReadCredential().KeyId);
        Assert.Equal(ProviderSessions.AppId, SunshineEnvironment.AppId);
    }

    [Fact]
    public void A_blank_app_is_none()
    {
        Set(("SUNSHINE_APP_ID", " "));
        Assert.Null(SunshineEnvironment.AppId);
    }

    private static void Set(params (string Name, string? Value)[] variables)
    {
        foreach (var name in Names)
        {
            Environment.SetEnvironmentVariable(name, variables.FirstOrDefault(variable => variable.Name == name).Value);
        }
    }
}
