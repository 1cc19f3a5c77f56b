using System.Globalization;

namespace ConversationsAdmin.Sandbox.Data.Proxy;

/// <summary>A number of the service's pool, reserved for fiction. Its SID holds its digits, since no operation here would tell it.</summary>
internal sealed record ProxyNumber(string PhoneNumber)
{
    private const long First = 1_500_555_0100;
    private const int Count = 8;

    public static readonly ProxyNumber[] Pool =
    [
        .. Enumerable.Range(0, Count).Select(number => new ProxyNumber((First + number).ToString("+0", CultureInfo.InvariantCulture))),
    ];

    public string Sid => SidOf(PhoneNumber);

    /// <summary>The SID of the number that a participant sees as this address.</summary>
    public static string SidOf(string address) => "PN" + address[(address.IndexOf('+') + 1)..].PadLeft(32, '0');

    /// <summary>The number as participants of a channel see it: one who writes by WhatsApp gets an answer from there.</summary>
    public string AddressFor(string identifier) => identifier[..(identifier.IndexOf(':') + 1)] + PhoneNumber;
}
