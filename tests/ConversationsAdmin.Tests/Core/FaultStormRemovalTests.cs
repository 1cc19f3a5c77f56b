using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Parallel;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Removals at a server that answers at random 429, 500, 503, resets, bodies cut off, bodies held back, and 200 in place of 204.</summary>
public sealed class FaultStormRemovalTests
{
    private const int Conversations = 540;
    private const int AtOnce = 20;

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    public async Task Every_item_ends_and_ends_as_the_server_says(int maxFailed)
    {
        await using var storm = await FaultStorm.StartAsync(Conversations);
        using var session = storm.ToTwilio(maxFailed);
        var sids = await SidsAsync();
        Assert.InRange(sids.Count, 300, Conversations);

        var outcomes = await RemoveAllAsync(session, storm, sids);

        Assert.Equal(sids.Order(), outcomes.Select(outcome => outcome.Target).Order());
        var deleted = storm.Twilio.Record.Requests
            .Where(request => request is { Method: "DELETE", Acted: true })
            .Select(request => request.Path.Split('/')[^1])
            .ToList();
        Assert.Equal(deleted.Count, deleted.Distinct().Count());
        Assert.All(outcomes, outcome => Assert.True(IsTrue(outcome, deleted.Contains(outcome.Target)), $"{outcome}: {outcome.Message}"));

        // Half of the resets, and of those alone, took an answer away from what had been done.
        var expected = maxFailed > 0 ? RemovalStatus.AlreadyGone : RemovalStatus.Failed;
        Assert.Contains(outcomes, outcome => outcome.Status == expected && deleted.Contains(outcome.Target));
    }

    private static bool IsTrue(RemovalOutcome outcome, bool deleted) => outcome.Status switch
    {
        RemovalStatus.Removed or RemovalStatus.AlreadyGone => deleted && outcome.Error is null,
        RemovalStatus.Failed when deleted => outcome.Error is not null && outcome.Message!.Contains("Whether it acted is not known"),
        RemovalStatus.Failed => outcome.Error is not null && outcome.Message!.Length > 0,
        _ => false,
    };

    private static async Task<List<RemovalOutcome>> RemoveAllAsync(ProviderSession session, FaultStorm storm, IEnumerable<string> sids)
    {
        var remover = new Remover();
        ParallelQueue<string, RemovalOutcome>? queue = null;
        queue = new ParallelQueue<string, RemovalOutcome>(
            AtOnce,
            async (sid, results, token) => await results.WriteAsync(
                await remover.RemoveAsync(session, Removals.Conversation(storm.Twilio.DefaultServiceSid, sid), null, token, () => !queue!.IsHalted), token),
            storm.Hung);
        foreach (var sid in sids)
        {
            Assert.True(queue.TryAdd(sid));
        }

        queue.CompleteAdding();
        var outcomes = new List<RemovalOutcome>();
        await foreach (var outcome in queue.Results.ReadAllAsync(storm.Hung))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    // A sandbox of the same seed has the same conversations, and this one's list is no storm.
    private static async Task<List<string>> SidsAsync()
    {
        var twin = new TwilioSandbox(new SandboxOptions { Conversations = Conversations });
        using var session = Connect.To(twin);
        var all = await session.AllAsync(
            Requests.Of(ConversationResource.List, ("ChatServiceSid", twin.DefaultServiceSid), ("PageSize", 100)), ConversationResource.Read);
        return [.. all.Select(item => item.ConversationSid)];
    }
}
