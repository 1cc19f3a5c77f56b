namespace ConversationsAdmin;

/// <summary>A file of a run (a plan, a journal, an archive, a policy) that can't be used. Nothing was sent because of it.</summary>
public sealed class RunFileException : Exception
{
    internal RunFileException(string errorId, string? path, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ErrorId = errorId;
        Path = path;
    }

    /// <summary>A stable name for the kind of error, such as <c>FileInUse</c> or <c>OtherAccount</c>.</summary>
    public string ErrorId { get; }

    /// <summary>The file; null for a plan that is in none.</summary>
    public string? Path { get; }
}
