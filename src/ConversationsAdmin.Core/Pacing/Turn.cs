namespace ConversationsAdmin.Core.Pacing;

/// <summary>One action that a budget let through.</summary>
/// <param name="number">Its place in the order in which the budget let them through, from 1.</param>
/// <param name="sent">When it was let through.</param>
internal sealed class Turn(long number, TimeSpan sent)
{
    internal long Number => number;

    internal TimeSpan Sent => sent;

    /// <summary>True when the provider said that it was one too many.</summary>
    internal bool WasRefused { get; set; }
}
