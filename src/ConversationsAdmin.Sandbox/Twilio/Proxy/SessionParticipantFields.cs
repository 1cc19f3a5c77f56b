using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

/// <summary>The members of a participant in the form of a session: those that a participant is created with by itself.</summary>
internal static class SessionParticipantFields
{
    public const string Identifier = "Identifier";
    public const string FriendlyName = "FriendlyName";
    public const string ProxyIdentifier = "ProxyIdentifier";
    public const string ProxyIdentifierSid = "ProxyIdentifierSid";

    public static readonly FieldSet Set = new(
        new TextField(Identifier) { Required = true, MaxLength = 191 },
        new TextField(FriendlyName) { MaxLength = 255 },
        new TextField(ProxyIdentifier) { MinLength = 1 },
        new SidField(ProxyIdentifierSid, "PN"));
}
