namespace ConversationsAdmin;

/// <summary>Whose data a connection reaches, without its secret: what a file that outlives the connection says of it.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Host">Where requests go: host, port where it is none of the usual, and path. A region has data of its own.</param>
/// <param name="Account">
/// The account: for Twilio its SID; for Telnyx, which names none, a fingerprint of the key (<c>key:</c> and 16 hexadecimal digits);
/// null for Sunshine, where the address and the app say it.
/// </param>
public sealed record ConnectionIdentity(Provider Provider, string Host, string? Account)
{
    /// <summary>The identity as a sentence names it.</summary>
    public override string ToString() => Account is null ? $"{Provider} at {Host}" : $"{Provider} account {Account} at {Host}";
}
