namespace ConversationsAdmin.Sandbox;

/// <summary>Keeps what is derived from one seed apart, so that a longer list of one thing does not change another.</summary>
internal static class RandomStream
{
    public const ulong Credentials = 1;
    public const ulong Throttling = 2;
    public const ulong ServerErrors = 3;
    public const ulong RequestIds = 4;
    public const ulong NewResources = 5;
    public const ulong SampleServices = 6;
    public const ulong SampleConversations = 7;
    public const ulong SampleRoles = 20;
    public const ulong SampleUsers = 21;
    public const ulong PlannedRefusals = 22;
    public const ulong ProxyService = 23;
    public const ulong NewProxyResources = 24;
    public const ulong SampleSessions = 25;
    public const ulong SampleSessionParticipants = 26;
    public const ulong TelnyxCredentials = 30;
    public const ulong TelnyxRequestIds = 31;
    public const ulong TelnyxNewConversations = 32;
    public const ulong TelnyxSampleConversations = 33;
    public const ulong Unavailability = 34;
    public const ulong Resets = 35;
    public const ulong Truncations = 36;
    public const ulong UndocumentedSuccesses = 37;
    public const ulong Delays = 38;
    public const ulong SunshineCredentials = 40;
    public const ulong SunshineUsers = 41;
    public const ulong SunshineConversations = 42;
    public const ulong SunshineNewConversations = 43;
    public const ulong SunshineIntegration = 44;
}
