using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

internal static class ParticipantFields
{
    public const string Identity = "Identity";
    public const string Address = "MessagingBinding.Address";
    public const string ProxyAddress = "MessagingBinding.ProxyAddress";
    public const string ProjectedAddress = "MessagingBinding.ProjectedAddress";
    public const string RoleSid = "RoleSid";

    private const string Attributes = "Attributes";
    private const string DateCreated = "DateCreated";
    private const string DateUpdated = "DateUpdated";
    private const string LastReadMessageIndex = "LastReadMessageIndex";
    private const string LastReadTimestamp = "LastReadTimestamp";

    private static readonly Field[] Shared =
    [
        new TextField(Identity) { MinLength = 1, MaxLength = 256 },
        new JsonField(Attributes, MaxBytes: 4 * 1024),
        new SidField(RoleSid, "RL"),
        new DateField(DateCreated),
        new DateField(DateUpdated),
    ];

    public static readonly FieldSet ForCreate = new(
    [
        .. Shared,
        new AddressField(Address, TwilioCode.AddressMalformed, TwilioCode.AddressEmpty),
        new AddressField(ProxyAddress, TwilioCode.ProxyAddressMalformed, TwilioCode.ProxyAddressEmpty),
        new AddressField(ProjectedAddress, TwilioCode.ProxyAddressMalformed, TwilioCode.ProxyAddressEmpty),
    ]);

    public static readonly FieldSet ForUpdate = new(
    [
        .. Shared,
        new AddressField(ProxyAddress, TwilioCode.ProxyAddressMalformed, TwilioCode.ProxyAddressEmpty) { Removable = true },
        new AddressField(ProjectedAddress, TwilioCode.ProxyAddressMalformed, TwilioCode.ProxyAddressEmpty) { Removable = true },
        new WholeNumberField(LastReadMessageIndex, 0),
        new DateField(LastReadTimestamp),
    ]);

    public static DateTimeOffset? DateCreatedOf(FieldValues form) => form.Date(DateCreated);

    /// <summary>Applies what no rule about other participants speaks of.</summary>
    public static void Apply(FieldValues form, Participant participant, DateTimeOffset now)
    {
        participant.Attributes = form.Text(Attributes) ?? participant.Attributes;
        participant.DateUpdated = form.Date(DateUpdated) ?? now;
        participant.LastReadMessageIndex = form.WholeNumber(LastReadMessageIndex) ?? participant.LastReadMessageIndex;
        participant.LastReadTimestamp = form.Date(LastReadTimestamp) ?? participant.LastReadTimestamp;
    }
}
