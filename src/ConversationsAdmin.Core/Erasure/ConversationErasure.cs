using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>
/// Erases a person from one conversation: finds what carries them, archives the conversation where that is asked for, takes the steps, and reads all again.
/// </summary>
internal sealed class ConversationErasure(
    ProviderSession session, ErasedPerson person, ErasureOptions options, ErasureJournal? journal, ErasureArchives archives, Action<RequestNotice>? notice)
{
    private const string KeptToBeFound = "Something else in the conversation could not be erased. By the participant the same command finds it again, so the participant stays until then.";
    private const string FoundAgain = "It was read again at the end, and carries the person. Run the same command again, with the same journal or with -EveryConversation.";

    private readonly ErasureReader reader = new(session, person, notice);
    private readonly ErasureSender sender = new(session, notice);
    private readonly ErasureReport report = new(session, person, journal, archives);

    /// <summary>Erases.</summary>
    /// <param name="item">The conversation.</param>
    /// <param name="tell">Hears how each thing ended.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <param name="mayRepeat">Asked before each change is sent, and before it is sent again.</param>
    /// <returns>True when nothing of the person is left in the conversation.</returns>
    internal async Task<bool> RunAsync(ErasureItem item, Func<ErasureOutcome, Task> tell, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        var whole = new ErasureStep(ErasureKind.Conversation, Conversation.TypeName, AddressOf(item), item.ConversationSid!, ErasureAction.Kept);
        var isDone = await TryEraseAsync(item, whole, tell, cancellationToken, mayRepeat).ConfigureAwait(false);
        await (journal?.EndAsync(item, isDone) ?? Task.CompletedTask).ConfigureAwait(false);
        return isDone;
    }

    private async Task<bool> TryEraseAsync(ErasureItem item, ErasureStep whole, Func<ErasureOutcome, Task> tell, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        try
        {
            var steps = await PlanAsync(item, cancellationToken).ConfigureAwait(false);
            return steps.Count == 0
                || (options.IsTrial ? await TryAsync(steps, tell).ConfigureAwait(false) : await EraseAsync(item, whole, steps, tell, cancellationToken, mayRepeat).ConfigureAwait(false));
        }
        catch (ProviderResponseException exception) when (exception.IsNotFound)
        {
            return await report.TellAsync(whole, await sender.MissedAsync(whole, exception, cancellationToken).ConfigureAwait(false), tell).ConfigureAwait(false);
        }
        catch (ProviderException exception)
        {
            return await report.TellAsync(whole, new SentStep(ErasureStatus.Failed, exception.Message, exception, exception.Attempts), tell).ConfigureAwait(false);
        }
    }

    private async Task<bool> TryAsync(IReadOnlyList<ErasureStep> steps, Func<ErasureOutcome, Task> tell)
    {
        foreach (var step in steps)
        {
            await report.TellAsync(step, Left(step) ?? new SentStep(ErasureStatus.WouldDo, null, null, 0), tell).ConfigureAwait(false);
        }

        return true;
    }

    private async Task<bool> EraseAsync(
        ErasureItem item, ErasureStep whole, IReadOnlyList<ErasureStep> steps, Func<ErasureOutcome, Task> tell, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        if (await archives.WriteAsync(session, item, notice, cancellationToken).ConfigureAwait(false) is { } why)
        {
            return await report.TellAsync(whole, new SentStep(ErasureStatus.Failed, $"{why} Nothing was changed in it.", null, 0), tell).ConfigureAwait(false);
        }

        await (journal?.BeginAsync(item) ?? Task.CompletedTask).ConfigureAwait(false);
        var left = await TakeAsync(item, steps, tell, cancellationToken, mayRepeat).ConfigureAwait(false);
        var isClean = await VerifyAsync(item, left, tell, cancellationToken).ConfigureAwait(false);
        return isClean && left.Count == 0;
    }

    // What is left, by identifier.
    private async Task<HashSet<string>> TakeAsync(ErasureItem item, IReadOnlyList<ErasureStep> steps, Func<ErasureOutcome, Task> tell, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        var left = new HashSet<string>(StringComparer.Ordinal);
        var hasFailed = false;
        foreach (var step in steps)
        {
            if (step.GoesLast && hasFailed)
            {
                await report.TellAsync(step with { Action = ErasureAction.Kept }, new SentStep(ErasureStatus.Remains, KeptToBeFound, null, 0), tell).ConfigureAwait(false);
                left.Add(step.Id);
                continue;
            }

            var sent = Left(step) ?? await SendAsync(item, step, cancellationToken, mayRepeat).ConfigureAwait(false);
            hasFailed |= sent.Status == ErasureStatus.Failed;
            if (!await report.TellAsync(step, sent, tell).ConfigureAwait(false))
            {
                left.Add(step.Id);
            }
        }

        return left;
    }

    private async Task<SentStep> SendAsync(ErasureItem item, ErasureStep step, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        try
        {
            return step.IsRewritten
                ? await RewriteAsync(item, step, cancellationToken, mayRepeat).ConfigureAwait(false)
                : await sender.SendAsync(step, cancellationToken, mayRepeat).ConfigureAwait(false);
        }
        catch (ProviderResponseException exception) when (exception.IsNotFound)
        {
            return await sender.MissedAsync(step, exception, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderException exception)
        {
            return new SentStep(ErasureStatus.Failed, exception.Message, exception, exception.Attempts);
        }
    }

    // What others wrote may have changed since all was read: an older copy of it must not come in its place.
    private async Task<SentStep> RewriteAsync(ErasureItem item, ErasureStep step, CancellationToken cancellationToken, Func<bool> mayRepeat)
    {
        var found = (await AgainAsync(item, step, cancellationToken).ConfigureAwait(false)).ToArray();
        if (Array.Exists(found, again => again.Id != step.Id))
        {
            return new SentStep(ErasureStatus.Failed, "It was read again, and the provider answered about another. Nothing was changed.", null, 0);
        }

        var now = Array.Find(found, again => again.Action == ErasureAction.Redacted || again.Remains);
        if (now is null)
        {
            return new SentStep(ErasureStatus.AlreadyGone, "It does not name the person any more.", null, 0);
        }

        if (Left(now) is { } left)
        {
            return left with { Why = now.Why };
        }

        return now.Changes.SequenceEqual(step.Changes) || await archives.WriteAsync(session, item, notice, cancellationToken).ConfigureAwait(false) is not { } why
            ? await sender.SendAsync(now, cancellationToken, mayRepeat).ConfigureAwait(false)
            : new SentStep(ErasureStatus.Failed, why, null, 0);
    }

    private async Task<IEnumerable<ErasureStep>> AgainAsync(ErasureItem item, ErasureStep step, CancellationToken cancellationToken)
    {
        var conversation = await reader.ConversationAsync(AddressOf(item), cancellationToken).ConfigureAwait(false);
        var plan = new ConversationPlan(person, options, conversation, []);
        return step.Kind switch
        {
            ErasureKind.Message => plan.OtherMessage(await reader.MessageAsync(step.Address, cancellationToken).ConfigureAwait(false)),
            ErasureKind.Participant => plan.OtherParticipant(await reader.ParticipantAsync(step.Address, cancellationToken).ConfigureAwait(false)),
            _ => plan.OfConversation(),
        };
    }

    private static SentStep? Left(ErasureStep step) =>
        step.Action == ErasureAction.Kept ? new SentStep(step.Remains ? ErasureStatus.Remains : ErasureStatus.Kept, null, null, 0) : null;

    private async Task<bool> VerifyAsync(ErasureItem item, HashSet<string> left, Func<ErasureOutcome, Task> tell, CancellationToken cancellationToken)
    {
        var isClean = true;
        foreach (var step in await PlanAsync(item, cancellationToken).ConfigureAwait(false))
        {
            // What was left on purpose, and what has been told to be left, is no news.
            if (left.Contains(step.Id) || Left(step) is { Status: ErasureStatus.Kept })
            {
                continue;
            }

            isClean = false;
            await report.TellAsync(step with { Action = ErasureAction.Kept }, new SentStep(ErasureStatus.Remains, FoundAgain, null, 0), tell).ConfigureAwait(false);
        }

        return isClean;
    }

    private async Task<IReadOnlyList<ErasureStep>> PlanAsync(ErasureItem item, CancellationToken cancellationToken)
    {
        var address = AddressOf(item);
        var conversation = await reader.ConversationAsync(address, cancellationToken).ConfigureAwait(false);
        RefuseForeign(item, conversation.ServiceSid, conversation.ConversationSid);
        var participants = new List<Participant>();
        await foreach (var page in reader.ParticipantsAsync(address, cancellationToken).ConfigureAwait(false))
        {
            participants.AddRange(page);
        }

        participants.ForEach(participant => RefuseForeign(item, participant.ServiceSid, participant.ConversationSid));
        var plan = new ConversationPlan(person, options, conversation, participants);
        await foreach (var page in reader.MessagesAsync(address, cancellationToken).ConfigureAwait(false))
        {
            foreach (var message in page)
            {
                RefuseForeign(item, message.ServiceSid, message.ConversationSid);
                plan.Add(message);
            }
        }

        return plan.Steps;
    }

    // What lies elsewhere would not be found under this conversation, and would count as gone.
    private static void RefuseForeign(ErasureItem item, string service, string conversation)
    {
        if (service != item.ServiceSid || conversation != item.ConversationSid)
        {
            throw new UnexpectedResponseException($"The provider was asked about {item.ConversationSid} of {item.ServiceSid}, and answered about {conversation} of {service}")
            {
                Provider = Provider.Twilio,
                Operation = ConversationResource.Fetch.Name,
                Advice = "Check the address of the connection (-BaseUri), and whether something on the way answers in its place.",
            };
        }
    }

    private static ResourceAddress AddressOf(ErasureItem item) =>
        new((nameof(item.ServiceSid), item.ServiceSid), (nameof(item.ConversationSid), item.ConversationSid));
}
