using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>The files of a message, which a table or a CSV file shows on one line.</summary>
public sealed class MediaList : ReadOnlyCollection<MessageMedia>
{
    internal MediaList(IReadOnlyList<MessageMedia> media)
        : base([.. media])
    {
    }

    /// <summary>The names, with commas between them.</summary>
    public override string ToString() => string.Join(", ", this);
}
