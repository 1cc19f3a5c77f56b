namespace ConversationsAdmin.Sandbox.Data;

internal sealed record MessagingBinding(string? Address, string? ProxyAddress, string? ProjectedAddress)
{
    public string Type => ChannelOf(Address ?? ProjectedAddress!);

    public static string ChannelOf(string address) => address.IndexOf(':') is > 0 and var end ? address[..end] : "sms";
}
