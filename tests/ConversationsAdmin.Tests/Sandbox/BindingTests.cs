using System.Net;
using System.Text.Json;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class BindingTests
{
    private static SandboxClient Sample() => new(new TwilioSandbox(new SandboxOptions { Conversations = 2000 }));

    private static string Text(JsonElement item, string property) => item.GetProperty(property).GetString()!;

    [Fact]
    public async Task A_binding_has_the_documented_fields()
    {
        using var client = Sample();
        var listed = (await client.Get(client.Bindings + "?BindingType=apn&PageSize=1")).Expect(HttpStatusCode.OK).Items().Single();
        Assert.Equal(
            [
                "sid", "account_sid", "chat_service_sid", "credential_sid", "date_created", "date_updated", "endpoint", "identity",
                "binding_type", "message_types", "url",
            ],
            listed.EnumerateObject().Select(property => property.Name));
        Assert.Matches("^BS[0-9a-f]{32}$", Text(listed, "sid"));
        Assert.Equal(client.Server.AccountSid, Text(listed, "account_sid"));
        Assert.Equal(client.Server.DefaultServiceSid, Text(listed, "chat_service_sid"));
        Assert.Matches("^CR[0-9a-f]{32}$", Text(listed, "credential_sid"));
        Assert.Equal("""["removed_from_conversation","new_message","added_to_conversation"]""", listed.GetProperty("message_types").GetRawText());
        Assert.Equal($"https://conversations.twilio.com{client.Bindings}/{Text(listed, "sid")}", Text(listed, "url"));
        var fetched = (await client.Get($"{client.Bindings}/{Text(listed, "sid")}")).Expect(HttpStatusCode.OK);
        Assert.Equal(listed.GetRawText(), fetched.Body);
    }

    [Fact]
    public async Task A_list_is_filtered_by_types_and_identities()
    {
        using var client = Sample();
        var all = await client.All(client.Bindings + "?PageSize=7");
        Assert.Equal(["apn", "fcm", "gcm", "twilsock"], all.Select(item => Text(item, "binding_type")).Distinct().Order());
        var two = await client.All(client.Bindings + "?BindingType=apn&BindingType=twilsock&PageSize=3");
        Assert.Equal(
            all.Where(item => Text(item, "binding_type") is "apn" or "twilsock").Select(item => Text(item, "sid")),
            two.Select(item => Text(item, "sid")));
        var withTwo = all.GroupBy(item => Text(item, "identity")).First(bindings => bindings.Count() == 2).Key;
        string[] people = [withTwo, all.Select(item => Text(item, "identity")).First(identity => identity != withTwo)];
        var theirs = await client.All($"{client.Bindings}?Identity={people[0]}&Identity={people[1]}");
        Assert.Equal(
            all.Where(item => people.Contains(Text(item, "identity"))).Select(item => Text(item, "sid")),
            theirs.Select(item => Text(item, "sid")));
        var both = (await client.All($"{client.Bindings}?Identity={withTwo}&BindingType=twilsock")).Single();
        Assert.Equal((withTwo, "twilsock"), (Text(both, "identity"), Text(both, "binding_type")));
        Assert.Empty(await client.All(client.Bindings + "?Identity=nobody"));
    }

    [Theory]
    [InlineData("BindingType=sms")]
    [InlineData("BindingType=")]
    [InlineData("Identity=")]
    [InlineData("PageSize=101")]
    public async Task A_bad_query_is_refused(string query)
    {
        using var client = SandboxClient.Empty();
        (await client.Get($"{client.Bindings}?{query}")).Refused(400, 20001);
        (await client.Get($"{client.Bindings}?PageSize=100")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_binding_is_deleted_but_never_made()
    {
        using var client = Sample();
        var sids = (await client.All(client.Bindings)).Select(item => Text(item, "sid")).ToList();
        Assert.Empty((await client.Delete($"{client.Bindings}/{sids[0]}")).Expect(HttpStatusCode.NoContent).Body);
        (await client.Get($"{client.Bindings}/{sids[0]}")).Refused(404, 20404);
        (await client.Delete($"{client.Bindings}/{sids[0]}")).Refused(404, 20404);
        Assert.Equal(sids.Skip(1), (await client.All(client.Bindings)).Select(item => Text(item, "sid")));
        (await client.Post(client.Bindings, ("Identity", "ana"))).Refused(405, 20004);
    }

    [Fact]
    public async Task Reachability_shows_only_when_it_is_on_and_for_one_user_at_a_time()
    {
        using var client = Sample();
        var binding = (await client.Get(client.Bindings + "?BindingType=apn&PageSize=1")).Items()[0];
        var user = client.User(Text(binding, "identity"));
        Assert.Equal(JsonValueKind.Null, (await client.Get(user)).Json.GetProperty("is_notifiable").ValueKind);
        await client.Post(client.Configuration, ("ReachabilityEnabled", "true"));
        Assert.Equal(JsonValueKind.True, (await client.Get(user)).Json.GetProperty("is_notifiable").ValueKind);
        Assert.All(await client.All(client.Users), listed =>
        {
            Assert.Equal(JsonValueKind.Null, listed.GetProperty("is_online").ValueKind);
            Assert.Equal(JsonValueKind.Null, listed.GetProperty("is_notifiable").ValueKind);
        });
        await client.Delete($"{client.Bindings}/{Text(binding, "sid")}");
        Assert.Equal(JsonValueKind.False, (await client.Get(user)).Json.GetProperty("is_notifiable").ValueKind);
        var never = await client.NewUser("never-here");
        Assert.Equal(JsonValueKind.Null, (await client.Get(client.User(never))).Json.GetProperty("is_notifiable").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await client.Get(client.User(never))).Json.GetProperty("is_online").ValueKind);
    }

    [Fact]
    public async Task Whoever_is_connected_is_online()
    {
        using var client = Sample();
        await client.Post(client.Configuration, ("ReachabilityEnabled", "true"));
        var connected = (await client.All(client.Bindings + "?BindingType=twilsock")).Select(item => Text(item, "identity")).ToHashSet();
        var online = new HashSet<string>();
        foreach (var user in await client.All(client.Users))
        {
            var fetched = await client.Get(client.User(Text(user, "sid")));
            if (fetched.Json.GetProperty("is_online").ValueKind == JsonValueKind.True)
                online.Add(fetched.Text("identity")!);
        }
        Assert.NotEmpty(online);
        Assert.Equal(connected.Order(), online.Order());
    }
}
