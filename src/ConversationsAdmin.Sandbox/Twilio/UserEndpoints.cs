using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class UserEndpoints
{
    private const string List = "/v1/Services/{ChatServiceSid}/Users";
    private const string One = "/v1/Services/{ChatServiceSid}/Users/{Sid}";

    private const string Identity = "Identity";
    private const string FriendlyName = "FriendlyName";
    private const string Attributes = "Attributes";
    private const string RoleSid = "RoleSid";

    private static readonly Field[] Shared =
    [
        new TextField(FriendlyName) { MaxLength = 256, TooLongCode = TwilioCode.FriendlyNameTooLong },
        new JsonField(Attributes, MaxBytes: 16 * 1024),
        new SidField(RoleSid, "RL"),
    ];

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", List, Read) { Query = new FieldSet(Paging.FieldsUpTo(50)) },
        new("POST", List, Create)
        {
            Form = new FieldSet(
            [
                new TextField(Identity) { Required = true, MaxLength = 256, TooLongCode = TwilioCode.IdentityTooLong },
                .. Shared,
            ]),
            TakesWebhookHeader = true,
            Budget = WriteBudget.PerService,
        },
        new("GET", One, call => Show(200, call, call.User())),
        new("POST", One, Update) { Form = new FieldSet(Shared), TakesWebhookHeader = true, Budget = WriteBudget.PerService },
        new("DELETE", One, Delete) { TakesWebhookHeader = true, Budget = WriteBudget.PerService },
    ];

    private static Answer Read(Call call) => Paging.Page(call, new Listing<User>(
        "users", call.Service().Users.Ordered, (json, user) => UserJson.WriteListed(json, call.Account, user)));

    private static Answer Create(Call call)
    {
        var identity = call.Form.Text(Identity)!;
        UserRules.DemandIdentity(identity);
        UserRules.DemandNew(call.Service(), identity);
        var user = UserRules.Add(call, identity, RoleRules.Given(call, RoleSid, RoleType.Service));
        Apply(call.Form, user);
        return Show(201, call, user);
    }

    private static Answer Update(Call call)
    {
        var user = call.User();
        user.Role = RoleRules.Given(call, RoleSid, RoleType.Service) ?? user.Role;
        user.DateUpdated = call.Now;
        Apply(call.Form, user);
        return Show(200, call, user);
    }

    // Whether a deleted user leaves its conversations is not documented, so its participants stay.
    private static Answer Delete(Call call)
    {
        call.Service().Users.Remove(call.User());
        return Answer.NoContent;
    }

    private static void Apply(FieldValues form, User user)
    {
        user.FriendlyName = form.Text(FriendlyName) ?? user.FriendlyName;
        user.Attributes = form.Text(Attributes) ?? user.Attributes;
    }

    private static Answer Show(int status, Call call, User user) =>
        Answer.Json(status, json => UserJson.WriteSingle(json, call.Account, user));
}
