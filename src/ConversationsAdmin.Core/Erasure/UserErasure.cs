using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>Erases what a service has of a person besides conversations, which is the user with its push bindings, and looks whether the person is still found.</summary>
internal sealed class UserErasure(
    ProviderSession session, ErasedPerson person, ErasureOptions options, ErasureJournal? journal, ErasureArchives archives, Action<RequestNotice>? notice)
{
    private const string AskedToKeep = "-KeepUser keeps it.";
    private const string NotYet = "Something in the conversations could not be erased, and the user stays until then. Run the same command again, with the same journal or with -EveryConversation.";
    private const string StillThere = "It was looked for again at the end, and is still found. Run the same command again.";

    private readonly ErasureReader reader = new(session, person, notice);
    private readonly ErasureSender sender = new(session, notice);
    private readonly ErasureReport report = new(session, person, journal, archives);

    /// <summary>Erases.</summary>
    /// <param name="service">The service.</param>
    /// <param name="left">The conversations in which something was left.</param>
    /// <param name="tell">Hears how each thing ended.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <param name="mayRepeat">Asked before each change is sent, and before it is sent again.</param>
    internal async Task RunAsync(string service, IReadOnlyCollection<string> left, Func<ErasureOutcome, Task> tell, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in await StepsAsync(service, cancellationToken).ConfigureAwait(false))
        {
            var isKept = KeptBecause(step, left);
            var sent = isKept ?? (options.IsTrial
                ? new SentStep(ErasureStatus.WouldDo, null, null, 0)
                : await sender.SendAsync(step, cancellationToken, mayRepeat).ConfigureAwait(false));
            if (!await report.TellAsync(isKept is null ? step : step with { Action = ErasureAction.Kept }, sent, tell).ConfigureAwait(false) || isKept is not null)
            {
                told.Add(step.Id);
            }
        }

        if (!options.IsTrial)
        {
            await VerifyAsync(service, left, told, tell, cancellationToken).ConfigureAwait(false);
        }
    }

    private SentStep? KeptBecause(ErasureStep step, IReadOnlyCollection<string> left) =>
        options.KeepUser ? new SentStep(ErasureStatus.Kept, AskedToKeep, null, 0)
        : step.Kind == ErasureKind.User && left.Count > 0 ? new SentStep(ErasureStatus.Remains, NotYet, null, 0)
        : null;

    // The bindings first: by the user the same command finds its way back.
    private async Task<List<ErasureStep>> StepsAsync(string service, CancellationToken cancellationToken)
    {
        if (person.IsAddress)
        {
            return [];
        }

        var steps = (await reader.BindingsAsync(service, cancellationToken).ConfigureAwait(false))
            .ConvertAll(binding => StepOf(ErasureKind.Binding, Binding.TypeName, service, nameof(binding.BindingSid), binding.BindingSid));
        if (await reader.UserAsync(service, cancellationToken).ConfigureAwait(false) is { } user)
        {
            steps.Add(StepOf(ErasureKind.User, User.TypeName, service, nameof(user.UserSid), user.UserSid));
        }

        return steps;
    }

    private async Task VerifyAsync(string service, IReadOnlyCollection<string> left, HashSet<string> told, Func<ErasureOutcome, Task> tell, CancellationToken cancellationToken)
    {
        var found = (await StepsAsync(service, cancellationToken).ConfigureAwait(false)).Where(step => !told.Contains(step.Id)).ToList();
        await foreach (var page in reader.TakesPartAsync(service, cancellationToken).ConfigureAwait(false))
        {
            found.AddRange(from row in page
                           where !left.Contains(row.ConversationSid)
                           select StepOf(ErasureKind.Participant, Participant.TypeName, service, nameof(row.ParticipantSid), row.ParticipantSid, row.ConversationSid));
        }

        foreach (var step in found)
        {
            await report.TellAsync(step with { Action = ErasureAction.Kept }, new SentStep(ErasureStatus.Remains, StillThere, null, 0), tell).ConfigureAwait(false);
        }
    }

    private static ErasureStep StepOf(ErasureKind kind, string resourceType, string service, string identifierName, string identifier, string? conversation = null) => new(
        kind,
        resourceType,
        new ResourceAddress((nameof(Service.ServiceSid), service), (nameof(Conversation.ConversationSid), conversation), (identifierName, identifier)),
        identifier,
        ErasureAction.Removed);
}
