using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class BindingEndpoints
{
    private const string List = "/v1/Services/{ChatServiceSid}/Bindings";
    private const string One = "/v1/Services/{ChatServiceSid}/Bindings/{Sid}";

    private const string BindingType = "BindingType";
    private const string Identity = "Identity";

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", List, Read)
        {
            Query = new FieldSet(
            [
                new ChoiceField(BindingType, PushBinding.Types) { Repeats = true },
                new TextField(Identity) { Repeats = true, MinLength = 1 },
                .. Paging.FieldsUpTo(100),
            ]),
        },
        new("GET", One, Fetch),
        new("DELETE", One, Delete),
    ];

    private static Answer Read(Call call)
    {
        var service = call.Service();
        var types = call.Query.Texts(BindingType).ToHashSet();
        var identities = call.Query.Texts(Identity).ToHashSet();
        return Paging.Page(call, new Listing<PushBinding>(
            "bindings", service.Bindings.Ordered, (json, binding) => BindingJson.Write(json, call.Account, service, binding))
        {
            Includes = types.Count + identities.Count == 0 ? null : binding =>
                (types.Count == 0 || types.Contains(binding.Type)) && (identities.Count == 0 || identities.Contains(binding.Identity)),
        });
    }

    private static Answer Fetch(Call call)
    {
        var (service, binding) = (call.Service(), call.Binding());
        return Answer.Json(200, json => BindingJson.Write(json, call.Account, service, binding));
    }

    private static Answer Delete(Call call)
    {
        var (service, binding) = (call.Service(), call.Binding());
        service.Bindings.Remove(binding);
        if (binding.IsPush && service.Users.WithIdentity(binding.Identity) is { } user)
            user.HasLostPushBinding = true;
        return Answer.NoContent;
    }
}
