namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>Which resource's actions per second an operation uses up, and the code that says they are used up.</summary>
internal sealed record WriteBudget(int Code, Func<Call, string> Scope)
{
    public static WriteBudget PerService { get; } = new(TwilioCode.ServiceActionsPerSecond, call => call.Service().Sid);

    public static WriteBudget PerConversation { get; } = new(TwilioCode.ConversationActionsPerSecond, call => call.Conversation().Sid);
}
