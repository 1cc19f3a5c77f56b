namespace ConversationsAdmin.Sandbox.Data.Proxy;

internal static class SessionMode
{
    public const string MessageOnly = "message-only";
    public const string VoiceOnly = "voice-only";
    public const string VoiceAndMessage = "voice-and-message";

    public static readonly string[] Names = [MessageOnly, VoiceOnly, VoiceAndMessage];
}
