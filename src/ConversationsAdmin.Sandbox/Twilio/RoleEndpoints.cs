using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class RoleEndpoints
{
    private const string List = "/v1/Services/{ChatServiceSid}/Roles";
    private const string One = "/v1/Services/{ChatServiceSid}/Roles/{Sid}";

    private const string FriendlyName = "FriendlyName";
    private const string Type = "Type";
    private const string Permission = "Permission";

    private static readonly Field Permissions = new WordField(Permission) { Required = true, Repeats = true };

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", List, Read) { Query = new FieldSet(Paging.FieldsUpTo(50)) },
        new("POST", List, Create)
        {
            Form = new FieldSet(
                new TextField(FriendlyName) { Required = true, MaxLength = 64, TooLongCode = TwilioCode.FriendlyNameTooLong },
                new ChoiceField(Type, RoleTypes.Names) { Required = true },
                Permissions),
            Budget = WriteBudget.PerService,
        },
        new("GET", One, call => Show(200, call, call.Role())),
        new("POST", One, Update) { Form = new FieldSet(Permissions), Budget = WriteBudget.PerService },
        new("DELETE", One, Delete) { Budget = WriteBudget.PerService },
    ];

    private static Answer Read(Call call)
    {
        var service = call.Service();
        return Paging.Page(call, new Listing<Role>(
            "roles", service.Roles.Ordered, (json, role) => RoleJson.Write(json, call.Account, service, role)));
    }

    private static Answer Create(Call call)
    {
        var role = new Role
        {
            Sid = call.Sids.Hex32("RL"),
            FriendlyName = call.Form.Text(FriendlyName)!,
            Type = RoleTypes.Named(call.Form.Text(Type)!),
            Permissions = call.Form.Texts(Permission),
            DateCreated = call.Now,
            DateUpdated = call.Now,
        };
        call.Service().Roles.Add(role);
        return Show(201, call, role);
    }

    private static Answer Update(Call call)
    {
        var role = call.Role();
        (role.Permissions, role.DateUpdated) = (call.Form.Texts(Permission), call.Now);
        return Show(200, call, role);
    }

    private static Answer Delete(Call call)
    {
        var (service, role) = (call.Service(), call.Role());
        RoleRules.DemandNoDefault(service, role);
        service.Roles.Remove(role);
        return Answer.NoContent;
    }

    private static Answer Show(int status, Call call, Role role) =>
        Answer.Json(status, json => RoleJson.Write(json, call.Account, call.Service(), role));
}
