using ConversationsAdmin.Core.Connections;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>The environment belongs to the whole process, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests : IDisposable
{
    private const string KeySid = "SKb0000000000000000000000000000000";

    private static readonly string[] Names =
        ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY", "TWILIO_API_SECRET", "TWILIO_REGION", "TWILIO_EDGE"];

    private readonly Dictionary<string, string?> before = Names.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public EnvironmentTests()
    {
        foreach (var name in Names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    public void Dispose()
    {
        foreach (var (name, value) in before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    [Fact]
    public void The_account_signs_in_with_its_token()
    {
        Set(("TWILIO_ACCOUNT_SID", Connect.AccountSid), ("TWILIO_AUTH_TOKEN", Connect.Secret));
        var credential = TwilioEnvironment.ReadCredential();
        Assert.Equal((Connect.AccountSid, Connect.AccountSid), (credential.UserName, credential.AccountSid));
    }

    [Fact]
    public void The_api_key_goes_before_the_token()
    {
        Set(
            ("TWILIO_ACCOUNT_SID", Connect.AccountSid), ("TWILIO_AUTH_TOKEN", "another"),
            ("TWILIO_API_KEY", KeySid), ("TWILIO_API_SECRET", Connect.Secret));
        var credential = TwilioEnvironment.ReadCredential();
        Assert.Equal((KeySid, Connect.AccountSid), (credential.UserName, credential.AccountSid));
    }

    public static TheoryData<string[], string> Incomplete() => new()
    {
        { [], "TWILIO_ACCOUNT_SID" },
        { ["TWILIO_ACCOUNT_SID"], "TWILIO_AUTH_TOKEN" },
        { ["TWILIO_AUTH_TOKEN"], "TWILIO_ACCOUNT_SID" },
        { ["TWILIO_API_KEY"], "TWILIO_API_SECRET" },
        { ["TWILIO_API_SECRET", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"], "TWILIO_API_KEY" },
        { ["TWILIO_API_KEY", "TWILIO_API_SECRET"], "TWILIO_ACCOUNT_SID" },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void What_is_missing_is_named(string[] present, string missing)
    {
        Set([.. present.Select(name => (name, name switch
        {
            "TWILIO_ACCOUNT_SID" => Connect.AccountSid,
            "TWILIO_API_KEY" => KeySid,
            _ => Connect.Secret,
        }))]);
        var refusal = Assert.Throws<RequestArgumentException>(TwilioEnvironment.ReadCredential);
        Assert.Contains(missing, refusal.Message);
        Assert.DoesNotContain(Connect.Secret, refusal.ToString());
    }

    [Fact]
    public void Region_and_edge_are_read_and_blank_is_none()
    {
        Set(("TWILIO_REGION", " ie1 "), ("TWILIO_EDGE", "  "));
        Assert.Equal(("ie1", null), (TwilioEnvironment.Region, TwilioEnvironment.Edge));
    }

    private static void Set(params (string Name, string Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
