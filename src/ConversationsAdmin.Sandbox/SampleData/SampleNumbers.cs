namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>Deals out phone numbers that are reserved for fiction (555-01xx), no pair of number and proxy number twice.</summary>
internal sealed class SampleNumbers
{
    private const int NumbersPerAreaCode = 100;
    private const int AreaCodes = 800;
    private const int Numbers = NumbersPerAreaCode * AreaCodes;

    // Shares no factor with the count of numbers, so it visits all of them before it repeats one.
    private const int Stride = 37_129;
    private int dealt;

    public (string Customer, string Proxy) NextPhonePair(string prefix)
    {
        var (customer, round) = Next();
        return ($"{prefix}{Phone(customer)}", $"{prefix}{Proxy(round)}");
    }

    public (string Customer, string Proxy) NextMessengerPair()
    {
        var (customer, round) = Next();
        return ($"messenger:{4_000_000_000_000_000 + (customer * 1_117L)}", $"messenger:{100_000_000_000_000 + round}");
    }

    public string NextPhone() => Phone(Next().Customer);

    private (int Customer, int Round) Next()
    {
        var number = dealt++;
        return ((int)((long)number * Stride % Numbers), number / Numbers);
    }

    private static string Phone(int number) => $"+1{200 + (number / NumbersPerAreaCode)}55501{number % NumbersPerAreaCode:00}";

    private static string Proxy(int round) => $"+1500555{round:0000}";
}
