using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>The form fields of a conversation, which create and update share.</summary>
internal static class ConversationFields
{
    public const string UniqueName = "UniqueName";
    public const string State = "State";
    public const string InactiveTimer = "Timers.Inactive";
    public const string ClosedTimer = "Timers.Closed";

    private const string FriendlyName = "FriendlyName";
    private const string Attributes = "Attributes";
    private const string MessagingServiceSid = "MessagingServiceSid";
    private const string DateCreated = "DateCreated";
    private const string DateUpdated = "DateUpdated";
    private const string EmailAddress = "Bindings.Email.Address";
    private const string EmailName = "Bindings.Email.Name";

    public static readonly FieldSet Set = new(
        new TextField(FriendlyName) { MaxLength = 256, TooLongCode = TwilioCode.FriendlyNameTooLong },
        new TextField(UniqueName) { MaxLength = 256, TooLongCode = TwilioCode.UniqueNameTooLong },
        new JsonField(Attributes, MaxBytes: 16 * 1024),
        new SidField(MessagingServiceSid, "MG"),
        new DateField(DateCreated),
        new DateField(DateUpdated),
        new ChoiceField(State, ConversationStates.Names),
        new TimerField(InactiveTimer, TimeSpan.FromMinutes(1), TwilioCode.InactiveTimerTooShort, TwilioCode.InactiveTimerMalformed),
        new TimerField(ClosedTimer, TimeSpan.FromMinutes(10), TwilioCode.ClosedTimerTooShort, TwilioCode.ClosedTimerMalformed),
        new TextField(EmailAddress),
        new TextField(EmailName));

    public static DateTimeOffset? DateCreatedOf(FieldValues form) => form.Date(DateCreated);

    /// <summary>Applies what the form gives, but for the unique name and the creation date, by which the conversation is found.</summary>
    public static void Apply(FieldValues form, Conversation conversation, DateTimeOffset now)
    {
        conversation.FriendlyName = form.Text(FriendlyName) ?? conversation.FriendlyName;
        conversation.Attributes = form.Text(Attributes) ?? conversation.Attributes;
        conversation.MessagingServiceSid = form.Text(MessagingServiceSid) ?? conversation.MessagingServiceSid;
        conversation.EmailAddress = form.Text(EmailAddress) ?? conversation.EmailAddress;
        conversation.EmailName = form.Text(EmailName) ?? conversation.EmailName;
        conversation.DateUpdated = form.Date(DateUpdated) ?? now;
        if (form.Text(State) is { } state)
            conversation.State = ConversationStates.Named(state);
        conversation.DateInactive = TimerDate(form, InactiveTimer, conversation.DateInactive, conversation.DateUpdated);
        conversation.DateClosed = TimerDate(form, ClosedTimer, conversation.DateClosed, conversation.DateUpdated);
        if (conversation.State == ConversationState.Closed)
            conversation.Close(conversation.DateUpdated);
    }

    private static DateTimeOffset? TimerDate(FieldValues form, string field, DateTimeOffset? unchanged, DateTimeOffset since) =>
        form.Duration(field) switch
        {
            null => unchanged,
            { Ticks: 0 } => null,
            { } duration => since + duration,
        };
}
