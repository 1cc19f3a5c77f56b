using System.Globalization;

namespace ConversationsAdmin.Sandbox.Telnyx;

internal static class Uuid
{
    private const ulong VersionMask = 0x0000_0000_0000_F000;
    private const ulong Version4 = 0x0000_0000_0000_4000;
    private const ulong VariantMask = 0xC000_0000_0000_0000;
    private const ulong Variant = 0x8000_0000_0000_0000;

    public static string Next(SeededRandom random)
    {
        var high = (random.Next() & ~VersionMask) | Version4;
        var low = (random.Next() & ~VariantMask) | Variant;
        var digits = $"{high:x16}{low:x16}";
        return $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}";
    }

    /// <summary>The same id in the form in which ids are kept, or null for a text that is no UUID.</summary>
    public static string? Normal(string text) =>
        Guid.TryParseExact(text, "D", out var id) ? id.ToString("D", CultureInfo.InvariantCulture) : null;
}
