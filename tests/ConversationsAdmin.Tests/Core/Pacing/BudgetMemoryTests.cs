using ConversationsAdmin.Core.Pacing;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Tests.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Pacing;

public sealed class BudgetMemoryTests
{
    [Fact]
    public async Task Any_number_of_conversations_takes_little_memory()
    {
        var time = new ManualTime();
        var budgets = new ConnectionBudgets(actionsPerSecond: null, new PacingClock(time));
        foreach (var number in Enumerable.Range(0, 20_000))
        {
            await SendAsync(budgets, number);
            time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(budgets.Count, 1, 1000);
    }

    [Fact]
    public async Task What_would_be_too_early_is_not_forgotten()
    {
        var time = new ManualTime();
        var budgets = new ConnectionBudgets(actionsPerSecond: null, new PacingClock(time));
        foreach (var number in Enumerable.Range(0, 2_000))
        {
            await SendAsync(budgets, number);
        }

        Assert.Equal(2_000, budgets.Count);
    }

    private static async Task SendAsync(ConnectionBudgets budgets, int number)
    {
        var request = Requests.Of(
            ConversationResource.Update, ("ChatServiceSid", Requests.ServiceSid), ("Sid", $"CH{number:x32}"), ("FriendlyName", "Support"));
        var budget = budgets.Borrow(request)!;
        await budget.EnterAsync(isReturning: false, CancellationToken.None);
        await budget.WaitUntilDueAsync(CancellationToken.None);
        var turn = budget.TryTake(TimeSpan.Zero, tell: null)!;
        budget.PassOn();
        budget.Answered(turn, said: null);
        budget.Ended(turn);
        budgets.GiveBack(budget);
    }
}
