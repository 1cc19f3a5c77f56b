namespace ConversationsAdmin.Sandbox.Twilio;

internal static class TwilioCode
{
    public const int BadParameter = 20001;
    public const int NotAuthenticated = 20003;
    public const int MethodNotAllowed = 20004;
    public const int NotFound = 20404;
    public const int TooManyRequests = 20429;
    public const int InternalError = 20500;

    public const int FriendlyNameTooLong = 50003;
    public const int UniqueNameTooLong = 50004;
    public const int ServiceActionsPerSecond = 50063;
    public const int ConversationActionsPerSecond = 50074;
    public const int RoleNotFound = 50100;
    public const int UserNotFound = 50200;
    public const int UserExists = 50201;
    public const int IdentityLooksLikeSid = 50206;
    public const int IdentityTooLong = 50207;
    public const int IdentityInTooManyConversations = 50214;
    public const int AttributesTooLong = 50303;
    public const int UniqueNameTaken = 50353;
    public const int TooManyScopedWebhooks = 50361;
    public const int TooManyWebhookTriggers = 50362;
    public const int WebhookTargetUnknown = 50364;
    public const int WebhookFilterMalformed = 50365;
    public const int WebhookTriggerMalformed = 50366;
    public const int WebhookFlowMalformed = 50367;
    public const int WebhookTargetMissing = 50368;
    public const int WebhookUrlMissing = 50369;
    public const int WebhookFiltersMissing = 50370;
    public const int WebhookTriggersMissing = 50371;
    public const int WebhookUrlTooLong = 50372;
    public const int InactiveTimerTooShort = 50375;
    public const int ClosedTimerTooShort = 50376;
    public const int ConversationIsClosed = 50377;
    public const int InactiveTimerMalformed = 50379;
    public const int ClosedTimerMalformed = 50380;
    public const int TimersWithoutState = 50382;
    public const int CreatedAsClosed = 50384;
    public const int ConversationIsInitializing = 50386;
    public const int AddressMalformed = 50408;
    public const int ProxyAddressMalformed = 50412;
    public const int PairInUse = 50416;
    public const int TooManyParticipants = 50417;
    public const int TooManyNonChatParticipants = 50422;
    public const int IdentityAlreadyParticipates = 50433;
    public const int AddressAlreadyParticipates = 50437;
    public const int ProxyAddressCannotBeAdded = 50441;
    public const int MessageBodyTooLong = 50504;
    public const int MediaMalformed = 50510;
    public const int AuthorOutsideGroup = 50513;
    public const int ContentMalformed = 50526;
    public const int ContentVariablesMalformed = 50527;
    public const int ContentVariablesWithoutContent = 50528;
    public const int ContentVariableTooLong = 50541;
}
