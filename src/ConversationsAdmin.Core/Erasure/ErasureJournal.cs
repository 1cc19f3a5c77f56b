using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Journals;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>
/// The journal of an erasure. It names nobody: a hash tells the person. A conversation is begun before the first change in it, and ends when nothing is left to do,
/// so that the same command comes back to it also when the person can't be found there any more.
/// </summary>
/// <param name="journal">The journal.</param>
internal sealed class ErasureJournal(Journal journal) : IAsyncDisposable
{
    private const string Command = "erasure";
    private const string WholeKey = "whole erasure";

    internal static ErasureJournal Open(string path, ProviderSession session, ErasedPerson person, ErasureOptions options, IReadOnlyList<string> services) =>
        new(Journal.Open(
            path, new JournalIdentity(Command, session.IdentityFor(Api.TwilioConversations), options.AllServices ? null : services[0], options.JournalSubject(person))));

    /// <summary>Conversations that an earlier run began and did not finish.</summary>
    internal IEnumerable<ErasureItem> Unfinished =>
        from key in journal.Unfinished
        let path = key.Split(' ', 2)
        where path is [ErasureEvidence.TypeName, _]
        let parts = path[1].Split('/')
        select new ErasureItem(parts[0], parts[1], TakesPart: true);

    /// <summary>Whether an earlier run left a conversation clean, and was broken off afterwards. What came in it since a run that came to its end would go unseen.</summary>
    internal bool IsDone(ErasureItem conversation) => !journal.IsDone(WholeKey) && journal.IsDone(KeyOf(conversation));

    internal Task BeginAsync(ErasureItem conversation) => journal.BeginAsync(KeyOf(conversation));

    /// <summary>Says that nothing is left to do in a conversation, or that there is.</summary>
    internal Task EndAsync(ErasureItem conversation, bool isDone) =>
        journal.WriteAsync(new JournalEntry(KeyOf(conversation), isDone ? JournalOutcome.Updated : JournalOutcome.Unknown));

    /// <summary>Says that nothing of the person is left anywhere.</summary>
    internal Task CompleteAsync() => journal.WriteAsync(new JournalEntry(WholeKey, JournalOutcome.Updated));

    internal Task WriteAsync(ErasureStep step, ErasureEvidence evidence, int attempts) =>
        journal.WriteAsync(new JournalEntry(JournalKey.Of(step.ResourceType, step.Address), OutcomeOf(evidence))
        {
            Attempts = attempts,
            ErrorId = evidence.Error,
            Message = evidence.Why,
            RequestId = evidence.RequestId,
        });

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    private static string OutcomeOf(ErasureEvidence evidence) => evidence.Status switch
    {
        ErasureStatus.Done => evidence.Action == ErasureAction.Removed ? JournalOutcome.Removed : JournalOutcome.Updated,
        ErasureStatus.AlreadyGone => JournalOutcome.AlreadyGone,
        ErasureStatus.Failed => JournalOutcome.Failed,
        _ => JournalOutcome.Skipped,
    };

    private static string KeyOf(ErasureItem conversation) => JournalKey.Of(
        ErasureEvidence.TypeName, new ResourceAddress(("ServiceSid", conversation.ServiceSid), ("ConversationSid", conversation.ConversationSid)));
}
