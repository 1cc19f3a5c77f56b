using System.Diagnostics;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Reading;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Core.Twilio;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>Takes the steps of an erasure, and says how each ended.</summary>
/// <param name="session">The connection.</param>
/// <param name="notice">Hears of retries and answers.</param>
internal sealed class ErasureSender(ProviderSession session, Action<RequestNotice>? notice)
{
    private readonly Remover remover = new();

    /// <summary>Takes a step.</summary>
    /// <exception cref="NotBegunException">It was never sent, because the run ended.</exception>
    internal async Task<SentStep> SendAsync(ErasureStep step, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        var target = TargetOf(step);
        var watch = Stopwatch.StartNew();
        try
        {
            return step.Action == ErasureAction.Removed
                ? Of(await remover.RemoveAsync(session, target, notice, cancellationToken, mayRepeat).ConfigureAwait(false))
                : await UpdateAsync(step, target, cancellationToken, mayRepeat).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (exception is not NotBegunException)
        {
            return Of(Remover.Unfinished(session, target, step.Action == ErasureAction.Removed ? target.Delete.Operation : UpdateOf(step.Kind), watch.Elapsed));
        }
    }

    /// <summary>What a conversation's absence means: it is gone, or was looked for in a wrong place.</summary>
    internal async Task<SentStep> MissedAsync(ErasureStep step, ProviderResponseException notFound, CancellationToken cancellationToken) =>
        Of(await remover.MissedAsync(session, TargetOf(step), notFound, notice, cancellationToken).ConfigureAwait(false));

    private async Task<SentStep> UpdateAsync(ErasureStep step, RemovalTarget target, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        try
        {
            var operation = UpdateOf(step.Kind);
            var request = OperationRequest.Create(operation, [.. step.Address.ValuesFor(operation), .. step.Changes.Select(change => KeyValuePair.Create(change.Name, change.Value))]);
            await session.SendAsync(request, (json, _) => new ResourceFields(json).Identifier("sid"u8), notice, cancellationToken, mayRepeat).ConfigureAwait(false);
            return new SentStep(ErasureStatus.Done, null, null, 1);
        }
        catch (RequestArgumentException)
        {
            // The message could quote what is not to be kept.
            return new SentStep(ErasureStatus.Failed, "With the replacement it is longer than the provider takes. Give a shorter -Replacement.", null, 0);
        }
        catch (ProviderResponseException exception) when (exception.IsNotFound)
        {
            return Of(await remover.MissedAsync(session, target, exception, notice, cancellationToken).ConfigureAwait(false));
        }
        catch (ProviderException exception)
        {
            return new SentStep(ErasureStatus.Failed, exception.Message, exception, exception.Attempts);
        }
    }

    private RemovalTarget TargetOf(ErasureStep step) => Removals.Target(step.ResourceType, session.Origin.AccountSid, step.Address);

    private static SentStep Of(RemovalOutcome outcome) => new(
        outcome.Status switch
        {
            RemovalStatus.Removed => ErasureStatus.Done,
            RemovalStatus.AlreadyGone => ErasureStatus.AlreadyGone,
            _ => ErasureStatus.Failed,
        },
        outcome.Message,
        outcome.Error,
        outcome.Attempts);

    private static Operation UpdateOf(ErasureKind kind) => kind switch
    {
        ErasureKind.Message => MessageResource.Update,
        ErasureKind.Participant => ParticipantResource.Update,
        ErasureKind.Conversation => ConversationResource.Update,
        _ => throw new InvalidOperationException($"Nothing redacts a {kind}."),
    };
}
