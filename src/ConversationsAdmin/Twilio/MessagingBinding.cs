using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>How a participant outside the chat is reached. The pair of address and proxy address is in use by one open conversation at most.</summary>
public sealed class MessagingBinding
{
    /// <summary><c>sms</c>, <c>whatsapp</c>, <c>messenger</c>, <c>rcs</c>, <c>email</c>, or what the provider adds later.</summary>
    public string? Type { get; init; }

    /// <summary>The participant's address, such as <c>+15558675310</c> or <c>whatsapp:+15558675310</c>.</summary>
    public string? Address { get; init; }

    /// <summary>The account's own address that the participant writes to.</summary>
    public string? ProxyAddress { get; init; }

    /// <summary>The account's number that stands for a chat user in a group MMS.</summary>
    public string? ProjectedAddress { get; init; }

    /// <summary>Fields that this version does not know yet, by their wire names; null when there are none.</summary>
    public ReadOnlyDictionary<string, object?>? AdditionalProperties { get; init; }

    /// <summary>The address, and the proxy address where there is one.</summary>
    public override string ToString() => ProxyAddress is null ? Address ?? ProjectedAddress ?? "" : $"{Address} via {ProxyAddress}";
}
