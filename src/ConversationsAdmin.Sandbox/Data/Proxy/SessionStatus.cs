namespace ConversationsAdmin.Sandbox.Data.Proxy;

internal static class SessionStatus
{
    public const string Open = "open";
    public const string InProgress = "in-progress";
    public const string Closed = "closed";
    public const string Failed = "failed";
    public const string Unknown = "unknown";

    public static readonly string[] Names = [Open, InProgress, Closed, Failed, Unknown];
}
