using System.Collections.ObjectModel;

namespace ConversationsAdmin;

/// <summary>A list of words, which a table or a CSV file shows on one line.</summary>
public sealed class TextList : ReadOnlyCollection<string>
{
    internal TextList(IReadOnlyList<string> words)
        : base([.. words])
    {
    }

    /// <summary>The words, with commas between them.</summary>
    public override string ToString() => string.Join(", ", this);
}
