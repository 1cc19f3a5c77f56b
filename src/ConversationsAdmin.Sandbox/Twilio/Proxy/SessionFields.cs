using ConversationsAdmin.Sandbox.Data.Proxy;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

internal static class SessionFields
{
    public const string UniqueName = "UniqueName";
    public const string DateExpiry = "DateExpiry";
    public const string Ttl = "Ttl";
    public const string Mode = "Mode";
    public const string Status = "Status";
    public const string FailOnParticipantConflict = "FailOnParticipantConflict";

    private static readonly ObjectField Participants = new("Participants", SessionParticipantFields.Set) { Repeats = true };

    private static readonly Field[] Shared =
    [
        new DateField(DateExpiry),
        new WholeNumberField(Ttl, 0),
        new ChoiceField(Status, SessionStatus.Names),
        new BooleanField(FailOnParticipantConflict),
    ];

    public static readonly FieldSet ForUpdate = new(Shared);

    public static readonly FieldSet ForCreate = new(
    [
        .. Shared,
        new TextField(UniqueName) { MaxLength = 191 },
        new ChoiceField(Mode, SessionMode.Names),
        Participants,
    ]);

    public static List<FieldValues> ParticipantsOf(FieldValues form) => [.. form.Texts(Participants.Name).Select(Participants.Read)];
}
