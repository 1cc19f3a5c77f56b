using ConversationsAdmin.Bench.Kill;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

/// <summary>A clean-up that is killed, and started again with the same command, until it ends by itself.</summary>
public sealed class KillTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Each_conversation_is_deleted_exactly_once_however_often_the_process_is_killed()
    {
        using var patience = new CancellationTokenSource(Patience);
        var options = new KillOptions(Path.Combine(AppContext.BaseDirectory, "conv.dll"), Conversations: 600, Kills: 3, Seed: 1, LatencyMilliseconds: 10);
        var result = await KillTrial.RunAsync(options, patience.Token);
        Assert.Empty(result.Faults());
        Assert.Equal(options.Kills, result.Moments.Count);
        Assert.InRange(result.Listed.Count, options.Conversations, options.Conversations + 3);
        Assert.Contains(result.Moments, moment => moment.Deleted > 0 && moment.Deleted < result.Listed.Count);
    }
}
