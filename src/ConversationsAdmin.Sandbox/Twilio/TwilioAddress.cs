namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>The provider names its default host in every address, whatever host was called.</summary>
internal static class TwilioAddress
{
    public static string Of(string path) => "https://conversations.twilio.com" + path;
}
