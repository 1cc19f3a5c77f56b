namespace ConversationsAdmin.Sandbox.Faults;

/// <summary>A refusal that is given instead of acting.</summary>
internal sealed record Fault(int Status, int Code, string Message);
