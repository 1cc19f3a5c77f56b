using System.Net;
using System.Text;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Proxy;

public class SessionFormTests
{
    [Theory]
    [InlineData("Ttl", "-1")]
    [InlineData("Ttl", "1.5")]
    [InlineData("Ttl", "PT1H")]
    [InlineData("DateExpiry", "2027-01-01")]
    [InlineData("DateExpiry", "tomorrow")]
    [InlineData("Mode", "Voice-Only")]
    [InlineData("Status", "active")]
    [InlineData("FailOnParticipantConflict", "yes")]
    [InlineData("FriendlyName", "a")]
    [InlineData("uniqueName", "a")]
    public async Task What_is_no_field_or_no_value_of_it_is_refused_by_name(string name, string value)
    {
        using var client = ProxyClient.Empty();
        var refusal = (await client.Create((name, value))).Refused(400, 20001);
        Assert.Contains(name, refusal.Message);
        Assert.Empty((await client.Http.Get(client.Sessions)).Items());
    }

    [Theory]
    [InlineData("+12025550111", "Participants takes the text of a JSON object")]
    [InlineData("[]", "Participants takes the text of a JSON object")]
    [InlineData("{", "Participants takes the text of a JSON object")]
    [InlineData("{}", "Identifier is required")]
    [InlineData("""{"Identifier":""}""", "Identifier is required")]
    [InlineData("""{"Identifier":12025550111}""", "a text for Identifier")]
    [InlineData("""{"Identifier":null}""", "a text for Identifier")]
    [InlineData("""{"identifier":"+12025550111"}""", "no parameter identifier")]
    [InlineData("""{"Identifier":"+12025550111","Name":"Ana"}""", "no parameter Name")]
    [InlineData("""{"Identifier":"+12025550111","Identifier":"+12025550122"}""", "Identifier is given more than once")]
    [InlineData("""{"Identifier":"+12025550111","ProxyIdentifier":""}""", "ProxyIdentifier takes")]
    [InlineData("""{"Identifier":"+12025550111","ProxyIdentifierSid":"+15005550100"}""", "ProxyIdentifierSid takes PN")]
    public async Task A_participant_is_an_object_of_its_own_fields(string participant, string expected)
    {
        using var client = ProxyClient.Empty();
        Assert.Contains(expected, (await client.Create(("Participants", participant))).Refused(400, 20001).Message);
        Assert.Empty((await client.Http.Get(client.Sessions)).Items());
    }

    [Theory]
    [InlineData("UniqueName", "a")]
    [InlineData("Mode", "voice-only")]
    [InlineData("Participants", """{"Identifier":"+12025550111"}""")]
    [InlineData("Ttl", "-1")]
    [InlineData("Status", "done")]
    public async Task An_update_takes_less(string name, string value)
    {
        using var client = ProxyClient.Empty();
        (await client.Update(await client.New(), (name, value))).Refused(400, 20001);
    }

    [Fact]
    public async Task The_limits_are_those_documented()
    {
        using var client = ProxyClient.Empty();
        await client.New(("UniqueName", new string('a', 191)));
        (await client.Create(("UniqueName", new string('b', 192)))).Refused(400, 20001);
        await client.New(Named(255));
        (await client.Create(Named(256))).Refused(400, 20001);
    }

    [Fact]
    public async Task A_field_that_does_not_repeat_is_given_once()
    {
        using var client = ProxyClient.Empty();
        (await client.Create(("Ttl", "1"), ("Ttl", "2"))).Refused(400, 20001);
    }

    [Fact]
    public async Task The_body_is_a_form()
    {
        using var client = ProxyClient.Empty();
        var request = new HttpRequestMessage(HttpMethod.Post, client.Sessions)
        {
            Content = new StringContent("""{"Ttl":1}""", Encoding.UTF8, "application/json"),
        };
        (await client.Http.Send(request)).Refused(400, 20001);
    }

    [Fact]
    public async Task A_session_needs_no_field_at_all()
    {
        using var client = ProxyClient.Empty();
        (await client.Http.Send(new HttpRequestMessage(HttpMethod.Post, client.Sessions))).Expect(HttpStatusCode.Created);
    }

    private static (string, string) Named(int length) =>
        ("Participants", $$"""{"Identifier":"{{ProxyClient.Ana}}","FriendlyName":"{{new string('n', length)}}"}""");
}
