using ConversationsAdmin.Core.Pacing;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Pacing;

public sealed class ActionScheduleTests
{
    private const double Rate = 29;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Actions_that_wait_are_even()
    {
        var sent = Send(200, _ => TimeSpan.Zero);
        Assert.All(sent.Zip(sent.Skip(1)), pair => Assert.Equal(1 / Rate, (pair.Second - pair.First).TotalSeconds, 3));
    }

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 90)]
    [InlineData(3, 400)]
    public void No_second_holds_too_many_however_late_a_busy_machine_sends(int seed, int mostLateMilliseconds)
    {
        var random = new Random(seed);
        var sent = Send(3000, _ => random.Next(20) == 0 ? TimeSpan.FromMilliseconds(random.Next(mostLateMilliseconds)) : TimeSpan.Zero);
        Assert.InRange(MostInASecond(sent), 28, 30);

        // What reaches the provider 25 ms late is still not too much for a limit of 30.
        Assert.All(sent.Zip(sent.Skip(30)), pair => Assert.True((pair.Second - pair.First).TotalSeconds > 1.025));
    }

    [Fact]
    public void What_is_sent_late_does_not_make_the_run_slow()
    {
        var random = new Random(7);
        var sent = Send(3000, _ => TimeSpan.FromMilliseconds(random.Next(50) == 0 ? random.Next(30) : random.Next(2)));
        Assert.InRange((sent.Count - 1) / sent[^1].TotalSeconds, Rate * 0.995, Rate);
    }

    [Fact]
    public void Idle_time_is_not_saved_for_a_burst()
    {
        var history = new ActionHistory();
        var schedule = new ActionSchedule(history);
        schedule.Take(Second, Second, Rate);
        var later = TimeSpan.FromMinutes(1);
        schedule.Take(later, later, Rate);
        Assert.Equal(1 / Rate, (schedule.Next(Rate) - later).TotalSeconds, 3);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Any_pace_is_kept(double rate)
    {
        var sent = Send(300, _ => TimeSpan.Zero, rate);
        Assert.Equal(rate, 299 / (sent[^1] - sent[0]).TotalSeconds, rate / 100);
    }

    // Everything is wanted from the beginning, and leaves so much later than it is due.
    private static List<TimeSpan> Send(int count, Func<int, TimeSpan> late, double rate = Rate)
    {
        var history = new ActionHistory();
        var schedule = new ActionSchedule(history);
        var sent = new List<TimeSpan>();
        var now = TimeSpan.Zero;
        for (var number = 0; number < count; number++)
        {
            var due = schedule.Next(rate);
            now = (due > now ? due : now) + late(number);
            schedule.Take(now, TimeSpan.Zero, rate);
            sent.Add(now);
        }

        return sent;
    }

    private static int MostInASecond(List<TimeSpan> sent) => sent.Max(first => sent.Count(time => time >= first && time < first + Second));
}
