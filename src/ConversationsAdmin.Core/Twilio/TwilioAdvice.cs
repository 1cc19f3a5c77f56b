using System.Collections.Frozen;
using System.Globalization;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>What a person can do about an error, by the codes of Twilio's error dictionary (https://www.twilio.com/docs/api/errors).</summary>
internal static class TwilioAdvice
{
    /// <summary>The code that says that another conversation holds the pair of addresses.</summary>
    internal const string PairInUse = "50416";

    private static readonly FrozenDictionary<string, string> ByCode = new Dictionary<string, string>
    {
        ["20003"] = "Check the account SID and the token, or the API key and its secret; a region other than US1 has credentials of its own.",
        ["20404"] = "Check the identifier, and that it belongs to this account and service.",
        ["20429"] = "Send fewer requests at once.",
        ["21102"] = "Remove services that are not needed any more (Get-ConvService, Remove-ConvService).",
        ["20001"] = "Look at the parameter that the provider names.",
        ["20500"] = "The fault is on the provider's side: try again later.",
        ["50003"] = "Give a friendly name of at most 256 characters (64 for a role).",
        ["50004"] = "Give a shorter unique name.",
        ["50063"] = "Send fewer writes at once.",
        ["50074"] = "Send fewer writes at once.",
        ["50200"] = "Check the user's SID or identity, and that the user belongs to this service (Get-ConvUser).",
        ["50201"] = "The user exists already: use Set-ConvUser -Identity, or choose another identity.",
        ["50206"] = "Choose an identity that does not look like a user SID.",
        ["50214"] = "Close or remove conversations of this identity: it can be in at most 1,000 that are not closed.",
        ["50303"] = "Shorten the attributes: at most 16 KB for a conversation, 4 KB for a participant or a message.",
        ["50353"] = "Choose another unique name, or use the conversation that has it (Get-ConvConversation -UniqueName).",
        ["50372"] = "Give a webhook address of at most 512 characters.",
        ["50375"] = "Give -TimersInactive of at least PT1M, or PT0S to switch it off.",
        ["50376"] = "Give -TimersClosed of at least PT10M, or PT0S to switch it off.",
        ["50377"] = "A closed conversation stays closed: read it, remove it, or make a new one.",
        ["50379"] = "Give an ISO 8601 duration such as PT10M.",
        ["50380"] = "Give an ISO 8601 duration such as PT10M.",
        ["50382"] = "Give -State together with the timers.",
        ["50384"] = "Create it active or inactive, and close it afterwards (Set-ConvConversation -State closed).",
        ["50385"] = "Conversations is switched off in this region: connect to another.",
        ["50386"] = "The platform is still setting it up: wait a moment and try again.",
        ["50408"] = "Give the address in full, such as +15558675310 or whatsapp:+15558675310.",
        ["50412"] = "Give the proxy address in full, such as +15558675310 or whatsapp:+15558675310.",
        [PairInUse] = "Remove the participant from the conversation named there, or close or remove that conversation.",
        ["50417"] = "The conversation is full: remove participants first.",
        ["50422"] = "At most 50 participants who are no chat users fit into a conversation.",
        ["50425"] = "Remove the participants from the conversations that they are in, or close or remove those.",
        ["50430"] = "Add the participant to the conversation first (Add-ConvParticipant).",
        ["50432"] = "Check the participant's SID, and that it belongs to this conversation.",
        ["50433"] = "The identity is in this conversation already: nothing is left to do.",
        ["50437"] = "The group has this participant already: nothing is left to do.",
        ["50438"] = "A group conversation with these participants exists already: use that one.",
        ["50441"] = "Use a proxy address that belongs to this account and that this conversation does not use otherwise.",
        ["70051"] = "Give the API key the permission, or use another key.",
    }.ToFrozenDictionary();

    internal static string? For(string? code, int status, TimeSpan? retryAfter, string? blockingConversation) =>
        retryAfter is { } wait ? string.Create(CultureInfo.InvariantCulture, $"Twilio asks to wait {wait.TotalSeconds:0} s: try again then.")
        : blockingConversation is not null
            ? $"Remove the participant from conversation {blockingConversation} (Get-ConvParticipant {blockingConversation}), or close or remove that conversation."
        : code is not null && ByCode.TryGetValue(code, out var advice) ? advice
        : status switch
        {
            401 => ByCode["20003"],
            404 => ByCode["20404"],
            429 => ByCode["20429"],
            >= 500 => "The fault is on the provider's side: try again later.",
            _ => null,
        };
}
