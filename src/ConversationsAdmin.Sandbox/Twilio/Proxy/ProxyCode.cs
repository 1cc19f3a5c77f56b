namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

internal static class ProxyCode
{
    public const int ParticipantAlreadyInSession = 80103;
    public const int NoCompatibleNumber = 80206;
    public const int UniqueNameNotFound = 80308;
    public const int IdentifierInvalid = 80404;
    public const int UniqueNameTaken = 80603;
    public const int ProxyIdentifierInUse = 80604;
    public const int ProxyIdentifierNotInService = 80605;
    public const int SessionClosed = 80607;
    public const int StatusChangeNotSupported = 80608;
    public const int TooManyParticipants = 80609;
    public const int IdentifierUnfitForMode = 80616;
    public const int DuplicateParticipantRequest = 80623;
    public const int SessionExpired = 80904;
}
