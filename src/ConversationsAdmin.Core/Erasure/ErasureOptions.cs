using ConversationsAdmin.Core.Archives;
using ConversationsAdmin.Core.Journals;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>How a person is erased, and which files are kept of it.</summary>
public sealed record ErasureOptions
{
    /// <summary>What stands in place of the name unless something else is given.</summary>
    public const string DefaultReplacement = "[erased]";

    private const int MostInAuthor = 256;

    /// <summary>What becomes of the messages that the person wrote.</summary>
    public MessageErasure Messages { get; init; }

    /// <summary>What stands in place of the name, and in place of a redacted body.</summary>
    public string Replacement { get; init; } = DefaultReplacement;

    /// <summary>True to look into every conversation, and not only into those in which the person takes part.</summary>
    public bool EveryConversation { get; init; }

    /// <summary>True for an erasure from all services of the account, which may be one.</summary>
    public bool AllServices { get; init; }

    /// <summary>True to leave the user and its push bindings.</summary>
    public bool KeepUser { get; init; }

    /// <summary>True to find everything and to send no change. There is no archive and no journal then.</summary>
    public bool IsTrial { get; init; }

    /// <summary>The archive that a conversation must be in before it is touched; null for none. With <see cref="AllServices"/> each service has a file of its own, with its identifier in the name.</summary>
    public string? ArchivePath { get; init; }

    /// <summary>Whether the archive has the delivery receipts too.</summary>
    public bool IncludeReceipts { get; init; }

    /// <summary>True to touch also what can't be archived completely.</summary>
    public bool AcceptIncompleteArchive { get; init; }

    /// <summary>The journal; null for none.</summary>
    public string? JournalPath { get; init; }

    /// <summary>How many conversations are worked on at once.</summary>
    public int ThrottleLimit { get; init; } = 10;

    /// <summary>Refuses options that make no sense together, before anything is read.</summary>
    /// <param name="person">Who is to be erased.</param>
    /// <exception cref="RequestArgumentException">The replacement names the person or is none, or something is said of an archive that there is none of.</exception>
    /// <exception cref="RunFileException">The archive's name says no format.</exception>
    public void Check(ErasedPerson person)
    {
        if (string.IsNullOrWhiteSpace(Replacement) || Replacement.Length > MostInAuthor)
        {
            throw RequestArgumentException.About("Replacement", $"it is blank or longer than {MostInAuthor} characters. Give a short text such as {DefaultReplacement}.");
        }

        if (person.Search.Find(Replacement) != Mention.None)
        {
            throw RequestArgumentException.About("Replacement", $"'{Replacement}' names the person itself, so that nothing would be erased. Give another text.");
        }

        if (ArchivePath is not null)
        {
            ConversationArchive.DemandFormat(ArchivePath);
        }
        else if (IncludeReceipts || AcceptIncompleteArchive)
        {
            throw RequestArgumentException.About(IncludeReceipts ? "IncludeReceipt" : "AcceptIncompleteArchive", $"it is about an archive, and none is given. Give the archive's path too.");
        }
    }

    // What makes it another erasure. Its hash tells them apart without naming anybody.
    internal string JournalSubject(ErasedPerson person) =>
        ContentHash.Of($"{person.Parameter}\n{person.Sha256}\n{Messages}\n{Replacement}\n{EveryConversation}\n{KeepUser}");
}
