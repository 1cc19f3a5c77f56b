using System.Text;
using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class MessageFields
{
    public const string Author = "Author";
    public const string MediaSid = "MediaSid";
    public const string ContentSid = "ContentSid";
    public const string ContentVariables = "ContentVariables";

    private const string Body = "Body";
    private const string Attributes = "Attributes";
    private const string Subject = "Subject";
    private const string DateCreated = "DateCreated";
    private const string DateUpdated = "DateUpdated";

    private const int MostBytesInChat = 32 * 1024;
    private const int MostCharactersOutsideChat = 1600;

    private static readonly Field[] Shared =
    [
        new TextField(Author) { MinLength = 1, MaxLength = 256 },
        new TextField(Body),
        new JsonField(Attributes, MaxBytes: 4 * 1024),
        new DateField(DateCreated),
        new DateField(DateUpdated),
        // No answer shows the subject, so that checking it is all there is to do.
        new TextField(Subject) { MaxLength = 256 },
    ];

    public static readonly FieldSet ForCreate = new(
    [
        .. Shared,
        new SidField(MediaSid, "ME") { MalformedCode = TwilioCode.MediaMalformed },
        new SidField(ContentSid, "HX") { MalformedCode = TwilioCode.ContentMalformed },
        new ContentVariablesField(ContentVariables),
    ]);

    public static readonly FieldSet ForUpdate = new(Shared);

    public static DateTimeOffset? DateCreatedOf(FieldValues form) => form.Date(DateCreated);

    public static DateTimeOffset? DateUpdatedOf(FieldValues form) => form.Date(DateUpdated);

    /// <summary>Applies what both create and update take, but for the dates, whose defaults differ.</summary>
    public static void Apply(FieldValues form, Message message)
    {
        message.Body = message.ContentSid is null ? form.Text(Body) ?? message.Body : message.Body;
        message.Attributes = form.Text(Attributes) ?? message.Attributes;
        if (form.Text(Author) is { } author)
            message.SignAs(author);
    }

    /// <summary>Chat takes more than the channels that send messages to phones.</summary>
    public static void DemandShortBody(FieldValues form, Conversation conversation)
    {
        if (form.Text(Body) is not { } body)
            return;
        var leavesChat = conversation.Participants.From(0).Any(participant => participant.Binding?.Address is not null);
        if (leavesChat && body.Length > MostCharactersOutsideChat)
            throw new TwilioError(400, TwilioCode.MessageBodyTooLong,
                $"{Body} has {body.Length} characters; {MostCharactersOutsideChat} reach the participants that do not chat.");
        var size = Encoding.UTF8.GetByteCount(body);
        if (size > MostBytesInChat)
            throw new TwilioError(400, TwilioCode.MessageBodyTooLong, $"{Body} has {size} bytes; {MostBytesInChat} are allowed.");
    }
}
