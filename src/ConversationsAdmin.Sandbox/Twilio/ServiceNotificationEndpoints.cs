using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ServiceNotificationEndpoints
{
    private const string Path = "/v1/Services/{ChatServiceSid}/Configuration/Notifications";

    private const string LogEnabled = "LogEnabled";
    private const string BadgeCountEnabled = "NewMessage.BadgeCountEnabled";
    private const string NewMessage = "NewMessage";
    private const string WithMedia = "NewMessage.WithMedia";
    private const string AddedToConversation = "AddedToConversation";
    private const string RemovedFromConversation = "RemovedFromConversation";

    public static readonly Endpoint<Call>[] All =
    [
        new("GET", Path, Show),
        new("POST", Path, Update)
        {
            Form = new FieldSet(
            [
                new BooleanField(LogEnabled),
                new BooleanField(BadgeCountEnabled),
                .. Fields(NewMessage),
                new TextField(Sound(NewMessage)),
                .. Fields(WithMedia),
                .. Fields(AddedToConversation),
                new TextField(Sound(AddedToConversation)),
                .. Fields(RemovedFromConversation),
                new TextField(Sound(RemovedFromConversation)),
            ]),
        },
    ];

    private static Field[] Fields(string prefix) => [new BooleanField(Enabled(prefix)), new TextField(Template(prefix))];

    private static string Enabled(string prefix) => $"{prefix}.Enabled";

    private static string Template(string prefix) => $"{prefix}.Template";

    private static string Sound(string prefix) => $"{prefix}.Sound";

    private static Answer Update(Call call)
    {
        var (form, notifications) = (call.Form, call.Service().Notifications);
        notifications.LogEnabled = form.Flag(LogEnabled) ?? notifications.LogEnabled;
        notifications.BadgeCountEnabled = form.Flag(BadgeCountEnabled) ?? notifications.BadgeCountEnabled;
        Apply(form, NewMessage, notifications.NewMessage);
        Apply(form, WithMedia, notifications.NewMessageWithMedia);
        Apply(form, AddedToConversation, notifications.AddedToConversation);
        Apply(form, RemovedFromConversation, notifications.RemovedFromConversation);
        return Show(call);
    }

    private static void Apply(FieldValues form, string prefix, PushNotification notification)
    {
        notification.Enabled = form.Flag(Enabled(prefix)) ?? notification.Enabled;
        notification.Template = form.Text(Template(prefix)) ?? notification.Template;
        notification.Sound = form.Text(Sound(prefix)) ?? notification.Sound;
    }

    private static Answer Show(Call call)
    {
        var service = call.Service();
        return Answer.Json(200, json => ServiceNotificationJson.Write(json, call.Account, service));
    }
}
