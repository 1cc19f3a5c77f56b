using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Sandbox;

public class OptionTests
{
    [Fact]
    public void Settings_are_read_from_text_in_any_case()
    {
        var options = SandboxOptions.FromSettings(
        [
            new("seed", "7"),
            new("CONVERSATIONS", "12"),
            new("Latency", "00:00:00.050"),
            new("pageTokens", "offset"),
            new("WriteLimitPerSecond", "30"),
            new("ThrottleShare", "0.25"),
            new("RetryAfter", "PT2S"),
            new("RetryAfterAsDate", "true"),
            new("Now", "2026-01-31T12:00:00Z"),
        ]);
        Assert.Equal(
            new SandboxOptions
            {
                Seed = 7,
                Conversations = 12,
                Latency = TimeSpan.FromMilliseconds(50),
                PageTokens = PageTokenStyle.Offset,
                WriteLimitPerSecond = 30,
                ThrottleShare = 0.25,
                RetryAfter = TimeSpan.FromSeconds(2),
                RetryAfterAsDate = true,
                Now = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero),
            },
            options);
    }

    [Fact]
    public void Settings_take_values_of_their_own_type()
    {
        var options = SandboxOptions.FromSettings(
            [new("ServerErrorShare", 1), new("ThrottleShare", 0.5), new("Latency", TimeSpan.FromSeconds(1)), new("RetryAfter", null)]);
        Assert.Equal(new SandboxOptions { ServerErrorShare = 1, ThrottleShare = 0.5, Latency = TimeSpan.FromSeconds(1) }, options);
    }

    [Fact]
    public void An_unknown_name_lists_the_known_ones()
    {
        var refusal = Assert.Throws<ArgumentException>(() => SandboxOptions.FromSettings([new("Latncy", "1")]));
        Assert.Contains("Latncy", refusal.Message);
        Assert.Contains("Latency", refusal.Message);
        Assert.Contains("ThrottleShare", refusal.Message);
    }

    [Theory]
    [InlineData("Seed", "one", "whole number")]
    [InlineData("Latency", "50", "PT0.05S")]
    [InlineData("ThrottleShare", "half", "0.25")]
    [InlineData("ThrottleShare", "1.5", "0 to 1")]
    [InlineData("PageTokens", "pages", "Cursor or Offset")]
    [InlineData("PageTokens", "1", "Cursor or Offset")]
    [InlineData("RetryAfterAsDate", "yes", "true or false")]
    [InlineData("Now", "today", "2026-01-31")]
    [InlineData("Seed", null, "whole number")]
    [InlineData("Conversations", "-1", "0 or more")]
    public void A_bad_value_says_what_is_expected(string name, string? value, string expected)
    {
        var refusal = Assert.Throws<ArgumentException>(() => SandboxOptions.FromSettings([new(name, value)]));
        Assert.Contains(name, refusal.Message);
        Assert.Contains(expected, refusal.Message);
    }
}
