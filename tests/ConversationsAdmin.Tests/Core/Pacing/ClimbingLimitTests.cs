using ConversationsAdmin.Core.Pacing;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Pacing;

public sealed class ClimbingLimitTests
{
    [Fact]
    public void A_known_pace_stays_after_a_cut_and_is_whole_again_within_half_a_minute()
    {
        var limit = PacePolicy.Known(29).CreateLimit();
        Assert.Equal(29, limit.At(Seconds(0)));
        limit.Cut(Seconds(100), 10);
        Assert.Equal(10, limit.At(Seconds(105)));
        var way = Enumerable.Range(100, 31).Select(second => limit.At(Seconds(second))).ToArray();
        Assert.Equal(way.Order(), way);
        Assert.All(way.Zip(way.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 2));
        Assert.Equal(29, way[^1]);
    }

    [Fact]
    public void A_pace_that_is_found_by_trying_climbs_slower_after_a_refusal()
    {
        var limit = PacePolicy.Careful.CreateLimit();
        Assert.Equal(10, limit.At(Seconds(0)));
        var firstMinute = limit.At(Seconds(60));
        limit.Cut(Seconds(60), 10);
        Assert.InRange(limit.At(Seconds(120)), 10.1, firstMinute - 0.1);
    }

    [Fact]
    public void A_cut_never_raises()
    {
        var limit = PacePolicy.Known(29).CreateLimit();
        limit.Cut(Seconds(0), 5);
        limit.Cut(Seconds(1), 8);
        Assert.Equal(5, limit.At(Seconds(1)));
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
