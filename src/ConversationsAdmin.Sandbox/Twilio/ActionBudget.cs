namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>Which resource's actions per second an operation uses up, and the code that says they are used up.</summary>
internal sealed record ActionBudget<TCall>(int Code, Func<TCall, string> Scope)
    where TCall : TwilioCall;
