using System.Text.RegularExpressions;
using ConversationsAdmin.Sandbox.Data.Proxy;

namespace ConversationsAdmin.Sandbox.Twilio.Proxy;

/// <summary>Who can be reached in which mode: a phone number in each, an address of another channel by messages alone.</summary>
internal static partial class Identifiers
{
    public static void DemandReachable(string identifier, string mode)
    {
        if (PhoneNumber().IsMatch(identifier))
            return;
        if (!ChannelAddress().IsMatch(identifier))
            throw new TwilioError(400, ProxyCode.IdentifierInvalid,
                $"{identifier} is no number such as +15558675310, nor one with the prefix of a channel (whatsapp:+15558675310).");
        if (mode != SessionMode.MessageOnly)
            throw new TwilioError(400, ProxyCode.IdentifierUnfitForMode,
                $"{identifier} can only be reached in the mode {SessionMode.MessageOnly}, not {mode}.");
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{1,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"^[a-z]+:.+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ChannelAddress();
}
