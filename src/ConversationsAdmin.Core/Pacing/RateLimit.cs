using System.Globalization;

namespace ConversationsAdmin.Core.Pacing;

/// <summary>What the headers <c>x-ratelimit-remaining</c> and <c>x-ratelimit-reset</c> say: so many more requests, for so long.</summary>
/// <param name="Remaining">How many more.</param>
/// <param name="Reset">How long until there are as many as at first again.</param>
public sealed record RateLimit(int Remaining, TimeSpan Reset)
{
    /// <summary>Reads the headers.</summary>
    /// <param name="header">Gives a header by its name; null when it is absent.</param>
    /// <returns>Null when they are absent or say nothing that can be understood.</returns>
    public static RateLimit? Read(Func<string, string?> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return int.TryParse(header("x-ratelimit-remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
            && double.TryParse(header("x-ratelimit-reset"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= TimeSpan.MaxValue.TotalSeconds / 2
            ? new RateLimit(remaining, TimeSpan.FromSeconds(seconds))
            : null;
    }
}
