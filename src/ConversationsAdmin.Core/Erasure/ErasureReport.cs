using ConversationsAdmin.Core.Connections;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>Writes what an erasure did to its journal, and tells it. What happened is told also when it can't be written down.</summary>
/// <param name="session">The connection.</param>
/// <param name="person">Who is erased.</param>
/// <param name="journal">The journal; null for none.</param>
/// <param name="archives">The archives.</param>
internal sealed class ErasureReport(ProviderSession session, ErasedPerson person, ErasureJournal? journal, ErasureArchives archives)
{
    /// <summary>Tells how a step ended.</summary>
    /// <returns>True when nothing of it is left to do.</returns>
    /// <exception cref="RunFileException">It was told, and is not in the journal.</exception>
    internal async Task<bool> TellAsync(ErasureStep step, SentStep sent, Func<ErasureOutcome, Task> tell)
    {
        var outcome = new ErasureOutcome(EvidenceOf(step, sent), sent.Error);
        try
        {
            await (journal?.WriteAsync(step, outcome.Evidence, sent.Attempts) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (RunFileException exception)
        {
            await tell(outcome with { FileFailure = exception }).ConfigureAwait(false);
            throw;
        }

        await tell(outcome).ConfigureAwait(false);
        return outcome.IsGood;
    }

    private ErasureEvidence EvidenceOf(ErasureStep step, SentStep sent) => new()
    {
        Kind = step.Kind,
        Id = step.Id,
        Action = step.Action,
        Status = sent.Status,
        Date = DateTimeOffset.UtcNow,
        Why = person.WithoutName(sent.Why ?? step.Why),
        Error = sent.Error?.ErrorId,
        RequestId = (sent.Error as ProviderResponseException)?.RequestId,
        ConversationSid = step.Address["ConversationSid"],
        ServiceSid = step.Address["ServiceSid"]!,
        AccountSid = session.Origin.AccountSid,
        ConnectionName = session.ConnectionName,
        PersonSha256 = person.Sha256,
        ArchivePath = step.Address["ConversationSid"] is null ? null : archives.FileOf(step.Address["ServiceSid"]!),
    };
}
