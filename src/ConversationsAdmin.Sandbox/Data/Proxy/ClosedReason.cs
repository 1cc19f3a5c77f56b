namespace ConversationsAdmin.Sandbox.Data.Proxy;

/// <summary>Why a session ended. The provider shows an empty text for one that has not; which others there are, it does not say.</summary>
internal static class ClosedReason
{
    public const string None = "";
    public const string Requested = "api";
    public const string Expired = "expired";
}
