namespace ConversationsAdmin.Sandbox.Twilio;

internal static class Sid
{
    public static bool IsOfKind(string value, string prefix) =>
        value.Length == prefix.Length + 32
        && value.StartsWith(prefix, StringComparison.Ordinal)
        && value.AsSpan(prefix.Length).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;
}
