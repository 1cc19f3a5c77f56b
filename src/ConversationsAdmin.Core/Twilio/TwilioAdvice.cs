using System.Collections.Frozen;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>What a person can do about an error, by the codes of Twilio's error dictionary (https://www.twilio.com/docs/api/errors).</summary>
internal static class TwilioAdvice
{
    /// <summary>The code that says that another conversation holds the pair of addresses.</summary>
    internal const string PairInUse = "50416";

    private static readonly FrozenDictionary<string, string> ByCode = new Dictionary<string, string>
    {
        ["20001"] = "Look at what the provider says about the parameter, and give it as Get-Help shows.",
        ["20003"] = "Check the account SID and the token, or the API key and its secret; a region other than US1 has credentials of its own.",
        ["20004"] = "This address does not take that method: check -BaseUri, which must name Twilio Conversations.",
        ["20404"] = "Check the identifier, and that it belongs to this account and service.",
        [TwilioErrors.TooManyAtOnce] = "Send fewer requests at once: give a lower -ThrottleLimit, or connect with a lower -MaxConcurrency.",
        ["20500"] = "The fault is on the provider's side: try again later.",
        ["20503"] = "The provider's service is not available for now: try again later.",
        ["21102"] = "Remove services that are not needed any more (Get-ConvService, Remove-ConvService); those of subaccounts count too.",
        ["50003"] = "Give a -FriendlyName of at most 256 characters (64 for a role).",
        ["50004"] = "Give a shorter -UniqueName.",
        ["50063"] = "Send fewer writes to this service: connect with a lower -ActionsPerSecond, or give a lower -ThrottleLimit.",
        ["50074"] = "Send fewer writes to this conversation: connect with a lower -ActionsPerSecond, or give a lower -ThrottleLimit.",
        ["50100"] = "Check the role's SID, and that it belongs to this service (Get-ConvRole).",
        ["50200"] = "Check the user's SID or identity, and that the user belongs to this service (Get-ConvUser).",
        ["50201"] = "The user exists already: use Set-ConvUser -Identity, or choose another identity.",
        ["50206"] = "Choose an -Identity that does not look like a user SID.",
        ["50207"] = "Give an -Identity of at most 256 characters.",
        ["50211"] = "Give -Identity for a chat user, or -MessagingBindingAddress with its proxy address for anybody else, not both.",
        ["50214"] = "Close or remove conversations of this identity (Get-ConvParticipantConversation): it can be in at most 1,000 that are not closed.",
        ["50303"] = "Shorten -Attributes: at most 16 KB for a conversation or a user, 4 KB for a participant or a message.",
        ["50353"] = "Choose another unique name, or use the conversation that has it (Get-ConvConversation -UniqueName).",
        ["50361"] = "Remove a webhook of the conversation first (Get-ConvWebhook, Remove-ConvWebhook): it can have at most five.",
        ["50362"] = "Give fewer keywords in -ConfigurationTrigger: a webhook takes at most five.",
        ["50364"] = "Give -Target as webhook, trigger or studio.",
        ["50365"] = "Give -ConfigurationFilter the names of events, such as onMessageAdded.",
        ["50366"] = "Give each keyword in -ConfigurationTrigger as a short text that is not blank.",
        ["50367"] = "Give -ConfigurationFlowSid as FW and 32 hexadecimal digits.",
        ["50368"] = "Give -Target: webhook, trigger or studio.",
        ["50369"] = "Give -ConfigurationUrl, the address that the webhook calls.",
        ["50370"] = "Give -ConfigurationFilter, the events that the webhook is called for, such as onMessageAdded.",
        ["50371"] = "Give -ConfigurationTrigger, the keywords that the webhook is called for.",
        ["50372"] = "Give a webhook address of at most 512 characters.",
        ["50375"] = "Give -TimersInactive of at least PT1M, or PT0S to switch it off.",
        ["50376"] = "Give -TimersClosed of at least PT10M, or PT0S to switch it off.",
        ["50377"] = "A closed conversation stays closed: read it, remove it, or make a new one.",
        ["50379"] = "Give -TimersInactive as an ISO 8601 duration such as PT10M.",
        ["50380"] = "Give -TimersClosed as an ISO 8601 duration such as P1D.",
        ["50382"] = "Give -State together with the timers.",
        ["50384"] = "Create it active or inactive, and close it afterwards (Set-ConvConversation -State closed).",
        ["50385"] = "Conversations is switched off in this region: connect to another (Connect-ConvProvider -Region).",
        ["50386"] = "The platform is still setting it up: wait until Get-ConvConversation shows another state, and try again.",
        ["50407"] = "Give -MessagingBindingAddress in full, such as +15558675310 or whatsapp:+15558675310.",
        ["50408"] = "Give -MessagingBindingProxyAddress in full, such as +15558675310 or whatsapp:+15558675310.",
        ["50409"] = "Give a -MessagingBindingProxyAddress that differs from the participant's own address: it is your number, not theirs.",
        ["50411"] = "Give -MessagingBindingAddress, such as +15558675310 or whatsapp:+15558675310.",
        ["50412"] = "Give -MessagingBindingProxyAddress, such as +15558675310 or whatsapp:+15558675310.",
        ["50414"] = "Give the address and the proxy address with the same prefix: both of SMS, or both of WhatsApp and the like.",
        [PairInUse] = "Remove the participant from the conversation that holds the pair (Find-ConvParticipantBlocker finds it for Remove-ConvParticipant), or close or remove that conversation.",
        ["50417"] = "The conversation is full: remove participants first (Get-ConvParticipant, Remove-ConvParticipant).",
        ["50422"] = "At most 50 participants who are no chat users fit into a conversation: remove some first, or make another conversation.",
        ["50425"] = "Remove the participants from the conversations that hold their pairs of addresses (Find-ConvParticipantBlocker finds them for Remove-ConvParticipant), or close or remove those.",
        ["50430"] = "Add the participant to the conversation first (Add-ConvParticipant).",
        ["50432"] = "Check the participant's SID, and that it belongs to this conversation (Get-ConvParticipant).",
        ["50433"] = "The identity is in this conversation already: nothing is left to do.",
        ["50437"] = "The group has this participant already: nothing is left to do.",
        ["50438"] = "A group conversation with these participants exists already: use that one (Get-ConvParticipantConversation -Address).",
        ["50440"] = "The participant has no proxy address: nothing is left to remove.",
        ["50441"] = "A proxy address goes only with an address: remove the participant, and add it again with both (Add-ConvParticipant).",
        ["50442"] = "The participant has no projected address: nothing is left to remove.",
        ["50443"] = "A projected address stands only for somebody without an address: remove the participant, and add it again (Add-ConvParticipant).",
        ["50504"] = "Shorten -Body: at most 1,600 characters where somebody takes part by SMS or WhatsApp, 32 KB in a chat.",
        ["50510"] = "Give -MediaSid as ME and 32 hexadecimal digits.",
        ["50513"] = "Give as -Author somebody who takes part in this group (Get-ConvParticipant), or leave it out.",
        ["50526"] = "Give -ContentSid as HX and 32 hexadecimal digits.",
        ["50527"] = "Give -ContentVariables as a hashtable, or as JSON text of an object.",
        ["50528"] = "Give -ContentSid too: the variables fill a content template.",
        ["50541"] = "Shorten the values in -ContentVariables.",
        ["70051"] = "Give the API key the permission, or connect with another key (Connect-ConvProvider -Credential).",
        ["80103"] = "Give each Identifier once: a session is of two different people, and nothing was created.",
        ["80206"] = "Add a number to the Proxy service, or close sessions that hold its numbers (Set-ProxySession -Status closed).",
        ["80308"] = "Check the unique name, and that the session belongs to this Proxy service (Get-ProxySession lists its sessions).",
        ["80404"] = "Give each participant's Identifier in full, such as +15558675310 or whatsapp:+15558675310.",
        ["80605"] = "Give a ProxyIdentifier that is a number of this Proxy service, or leave it out, and one is chosen.",
        ["80607"] = "The session is closed: open it again first (Set-ProxySession -Status in-progress).",
        ["80608"] = "A session can be closed (-Status closed), and one that is closed can be opened again (-Status in-progress); nothing else.",
        ["80616"] = "Such an address takes part by message only: create the session with -Mode message-only.",
        ["80603"] = "Choose another unique name, or use the session that has it (Get-ProxySession -UniqueName).",
        ["80604"] = "Close the other session of these participants first (Set-ProxySession -Status closed): with both open, calls and messages can reach the wrong person.",
        ["80609"] = "Give at most two participants.",
        ["80623"] = "Another request opens a session for the same pair at this moment: look for it (Get-ProxySession), and try again.",
        ["80801"] = "Participants share a pair of numbers with another open session: close one of the two (Set-ProxySession -Status closed), and pass -FailOnParticipantConflict.",
        ["80904"] = "The session has expired: make a new one, or give it a later -DateExpiry or a longer -Ttl.",
    }.ToFrozenDictionary();

    /// <summary>The advice for an answer; null where the status says as much.</summary>
    internal static string? For(string? code, int status, string? blockingConversation) =>
        blockingConversation is not null
            ? $"Remove the participant from conversation {blockingConversation} (Find-ConvParticipantBlocker finds it for Remove-ConvParticipant), or close or remove that conversation."
        : code is not null && ByCode.TryGetValue(code, out var advice) ? advice
        : status == 404 ? ByCode["20404"]
        : null;
}
