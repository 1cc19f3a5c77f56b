namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>How a removal ended, and what the target was given as.</summary>
public sealed class EndedRemoval : JournaledResult
{
    internal EndedRemoval(RemovalOutcome outcome, object input)
    {
        Outcome = outcome;
        Input = input;
    }

    internal RemovalOutcome Outcome { get; }

    internal object Input { get; }
}
