using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ServiceEndpoints
{
    private const string List = "/v1/Services";
    private const string One = "/v1/Services/{Sid}";

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", List, Read) { Query = new FieldSet(Paging.FieldsUpTo(100)) },
        new("POST", List, Create)
        {
            Form = new FieldSet(
                new TextField("FriendlyName") { Required = true, MaxLength = 256, TooLongCode = TwilioCode.FriendlyNameTooLong }),
        },
        new("GET", One, call => Show(200, call, call.Service())),
        new("DELETE", One, Delete),
    ];

    private static Answer Read(Call call) => Paging.Page(call, new Listing<Service>(
        "services", call.Account.Services, (json, service) => ServiceJson.Write(json, call.Account, service)));

    private static Answer Create(Call call)
    {
        var service = NewService.Make(call.Sids.Hex32("IS"), call.Form.Text("FriendlyName")!, call.Now, call.Sids);
        call.Account.Add(service);
        return Show(201, call, service);
    }

    private static Answer Delete(Call call)
    {
        call.Account.Remove(call.Service());
        return Answer.NoContent;
    }

    private static Answer Show(int status, Call call, Service service) =>
        Answer.Json(status, json => ServiceJson.Write(json, call.Account, service));
}
