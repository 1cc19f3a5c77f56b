using System.Collections.ObjectModel;

namespace ConversationsAdmin.Telnyx;

/// <summary>Results of insights, which a table or a CSV file shows on one line.</summary>
public sealed class TelnyxInsightResultList : ReadOnlyCollection<TelnyxInsightResult>
{
    internal TelnyxInsightResultList(IReadOnlyList<TelnyxInsightResult> results)
        : base([.. results])
    {
    }

    /// <summary>The results, with semicolons between them.</summary>
    public override string ToString() => string.Join("; ", this);
}
