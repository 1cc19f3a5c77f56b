using System.Collections.ObjectModel;

namespace ConversationsAdmin.Telnyx;

/// <summary>Tools that an assistant called, which a table or a CSV file shows on one line.</summary>
public sealed class TelnyxToolCallList : ReadOnlyCollection<TelnyxToolCall>
{
    internal TelnyxToolCallList(IReadOnlyList<TelnyxToolCall> calls)
        : base([.. calls])
    {
    }

    /// <summary>The functions, with commas between them.</summary>
    public override string ToString() => string.Join(", ", this);
}
