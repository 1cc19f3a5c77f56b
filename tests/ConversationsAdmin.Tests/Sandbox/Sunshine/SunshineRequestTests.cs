using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox.Sunshine;

public sealed class SunshineRequestTests : IDisposable
{
    private readonly SunshineClient client = SunshineClient.Empty();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Another_app_is_not_found()
    {
        const string other = "/v2/apps/000000000000000000000000/conversations";
        (await client.Get($"{other}?filter[userId]={client.Server.SampleUserId}")).Refused(404, "app_not_found");
        (await client.Post(other, client.Personal)).Refused(404, "app_not_found");
        (await client.Get($"{other}/{await client.NewGroup()}")).Refused(404, "app_not_found");
    }

    [Theory]
    [InlineData("000000000000000000000000")]
    [InlineData("x")]
    [InlineData("a%2Fb")]
    public async Task An_unknown_conversation_is_not_found(string id)
    {
        (await client.Get(client.One(id))).Refused(404, "conversation_not_found");
        (await client.Patch(id, """{"displayName":"a"}""")).Refused(404, "conversation_not_found");
        (await client.Delete(client.One(id))).Refused(404, "conversation_not_found");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v2/apps")]
    [InlineData("/v1.1/apps/APP/conversations")]
    [InlineData("/v2/apps/APP/conversations/")]
    [InlineData("/v2/apps/APP/users")]
    [InlineData("/v2/apps/APP/conversations/000000000000000000000000/messages")]
    public async Task Other_paths_are_not_found(string path) =>
        (await client.Get(path.Replace("APP", client.Server.AppId))).Refused(404, "not_found");

    [Theory]
    [InlineData("PUT", "", "GET,POST")]
    [InlineData("DELETE", "", "GET,POST")]
    [InlineData("POST", "/000000000000000000000000", "GET,PATCH,DELETE")]
    public async Task Other_methods_are_refused(string method, string rest, string allowed)
    {
        var refusal = await client.Send(new HttpMethod(method), client.Conversations + rest, "{}");
        Assert.Equal(allowed, refusal.Refused(405, "method_not_allowed").Headers["Allow"]);
    }

    [Fact]
    public async Task Only_the_list_has_query_parameters()
    {
        var id = await client.NewGroup();
        (await client.Get(client.One(id) + "?page[size]=1")).Refused(400, "bad_request");
        (await client.Delete(client.One(id) + "?force=true")).Refused(400, "bad_request");
        (await client.Post(client.Conversations + "?a=b", client.Personal)).Refused(400, "bad_request");
        Assert.Equal([id], (await client.Get(client.List)).Ids);
    }
}
