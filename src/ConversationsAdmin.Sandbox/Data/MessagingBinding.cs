namespace ConversationsAdmin.Sandbox.Data;

internal sealed record MessagingBinding(string? Address, string? ProxyAddress, string? ProjectedAddress)
{
    public string Type => ChannelOf(Address ?? ProjectedAddress!);

    /// <summary>Whether it stands for somebody whom only a group text reaches.</summary>
    public bool IsBare => Address is not null && ProxyAddress is null;

    public bool IsOfGroup => IsBare || ProjectedAddress is not null;

    public static string ChannelOf(string address) => address.IndexOf(':') is > 0 and var end ? address[..end] : "sms";
}
