namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>The two budgets that the writes of Conversations draw on.</summary>
internal static class WriteBudget
{
    public static ActionBudget<Call> PerService { get; } = new(TwilioCode.ServiceActionsPerSecond, call => call.Service().Sid);

    public static ActionBudget<Call> PerConversation { get; } =
        new(TwilioCode.ConversationActionsPerSecond, call => call.Conversation().Sid);
}
