using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>What carries a person in one conversation, and what is to be done with each.</summary>
/// <param name="person">Who is to be erased.</param>
/// <param name="options">How.</param>
/// <param name="conversation">The conversation.</param>
/// <param name="participants">All who take part.</param>
internal sealed class ConversationPlan(ErasedPerson person, ErasureOptions options, Conversation conversation, IReadOnlyList<Participant> participants)
{
    private const string EmptyAttributes = "{}";
    private const string PartOnly = "It has the name only as a part of a longer one, which may be somebody else's. Look at it.";
    private const string AlsoPart = "It also has the name as a part of a longer one, which may be somebody else's and is left. Look at it.";
    private const string OtherSpelling = "It is of a name that holds the person's, or is written in another way, and may be somebody else's. If it is the person, erase that name too.";
    private const string Closed = "The conversation is closed, so it can't be changed; only the removal of all of it helps (Remove-ConvConversation).";

    private readonly HashSet<string> own = [.. participants.Where(person.Is).Select(participant => participant.ParticipantSid)];
    private readonly List<ErasureStep> ownMessages = [];
    private readonly List<ErasureStep> others = [];

    private bool IsClosed => conversation.State == ConversationResource.Closed;

    /// <summary>
    /// The steps in the order in which they are taken. The participants go last: by them the same command finds the conversation again if it is interrupted.
    /// </summary>
    internal IReadOnlyList<ErasureStep> Steps => [.. ownMessages, .. others, .. OtherParticipants(), .. OfConversation(), .. OwnParticipants()];

    /// <summary>Looks at a message.</summary>
    internal void Add(Message message)
    {
        if (message.Author == person.Name || (message.ParticipantSid is { } writer && own.Contains(writer)))
        {
            ownMessages.Add(OwnMessage(message));
        }
        else
        {
            others.AddRange(OtherMessage(message));
        }
    }

    private ErasureStep OwnMessage(Message message)
    {
        var step = StepOf(message, ErasureAction.Removed);
        if (options.Messages == MessageErasure.Remove)
        {
            return step;
        }

        return WhyNotRedacted(message) is { } why
            ? step with { Why = why }
            : step with
            {
                Action = ErasureAction.Redacted,
                Changes = [("Author", options.Replacement), ("Body", options.Replacement), ("Attributes", EmptyAttributes)],
            };
    }

    private string? WhyNotRedacted(Message message) =>
        message.Media.Count > 0 ? "Media can't be redacted, so the message is removed."
        : message.ContentSid is not null ? "What fills a content template can't be redacted, so the message is removed."
        : IsClosed ? "In a closed conversation nothing can be redacted, so the message is removed."
        : null;

    /// <summary>What is to be done with somebody else's message.</summary>
    internal IEnumerable<ErasureStep> OtherMessage(Message message)
    {
        var step = StepOf(message, ErasureAction.Redacted);
        if (Redaction(step, ("Body", message.Body, person.Search.Find(message.Body), person.Search.Replace), Attributes(message.AttributesJson)) is { } redaction)
        {
            yield return redaction;
        }

        if (person.Search.Find(message.Author) != Mention.None)
        {
            yield return step with { Action = ErasureAction.Kept, Why = OtherSpelling };
        }

        if (message.Media.Any(media => person.Search.Find(media.Filename).HasFlag(Mention.Whole)))
        {
            yield return step with { Action = ErasureAction.Kept, Remains = true, Why = "The name of its media names the person, and can't be changed. Remove the message with Remove-ConvMessage." };
        }
    }

    private IEnumerable<ErasureStep> OtherParticipants() =>
        participants.Where(participant => !own.Contains(participant.ParticipantSid)).SelectMany(OtherParticipant);

    /// <summary>What is to be done with somebody else who takes part.</summary>
    internal IEnumerable<ErasureStep> OtherParticipant(Participant participant)
    {
        var step = StepOf(ErasureKind.Participant, Participant.TypeName, nameof(participant.ParticipantSid), participant.ParticipantSid, ErasureAction.Redacted);
        if (Redaction(step, Attributes(participant.AttributesJson)) is { } redaction)
        {
            yield return redaction;
        }

        if (new[] { participant.Identity, participant.MessagingBinding?.Address, participant.MessagingBinding?.ProjectedAddress }.Any(name => person.Search.Find(name) != Mention.None))
        {
            yield return step with { Action = ErasureAction.Kept, Why = OtherSpelling };
        }
    }

    /// <summary>What is to be done with the conversation itself.</summary>
    internal IEnumerable<ErasureStep> OfConversation()
    {
        var step = new ErasureStep(ErasureKind.Conversation, Conversation.TypeName, Address(), conversation.ConversationSid, ErasureAction.Redacted);
        var redaction = Redaction(
            step,
            ("FriendlyName", conversation.FriendlyName, person.Search.Find(conversation.FriendlyName), person.Search.Replace),
            ("UniqueName", conversation.UniqueName, person.Search.Find(conversation.UniqueName), UniqueName),
            Attributes(conversation.AttributesJson));
        if (redaction is not null)
        {
            yield return redaction;
        }

        if (person.Json.Find(conversation.BindingsJson).HasFlag(Mention.Whole))
        {
            yield return step with { Action = ErasureAction.Kept, Remains = true, Why = "Its defaults for outbound email name the person. Set others in their place." };
        }
    }

    private IEnumerable<ErasureStep> OwnParticipants() =>
        own.Select(sid => StepOf(ErasureKind.Participant, Participant.TypeName, nameof(Participant.ParticipantSid), sid, ErasureAction.Removed) with { GoesLast = true });

    // The redaction of what is not the person's own; null when there is nothing to be said of it.
    private ErasureStep? Redaction(ErasureStep step, params (string Name, string? Text, Mention Mention, Func<string, string, string> Replace)[] fields)
    {
        var mention = fields.Aggregate(Mention.None, (found, field) => found | field.Mention);
        return mention switch
        {
            Mention.None => null,
            Mention.Part => step with { Action = ErasureAction.Kept, Why = PartOnly },
            _ when IsClosed => step with { Action = ErasureAction.Kept, Remains = true, Why = Closed },
            _ => step with
            {
                IsRewritten = true,
                Changes = [.. from field in fields where field.Mention.HasFlag(Mention.Whole) select (field.Name, (object?)field.Replace(field.Text!, options.Replacement))],
                Why = mention.HasFlag(Mention.Part) ? AlsoPart : null,
            },
        };
    }

    private (string Name, string? Text, Mention Mention, Func<string, string, string> Replace) Attributes(string? json) =>
        ("Attributes", json, person.Json.Find(json), person.Json.Replace);

    // Unique names that differed only by the person would be the same, which the provider refuses.
    private string UniqueName(string name, string replacement) => $"{person.Search.Replace(name, replacement)}-{conversation.ConversationSid}";

    private ErasureStep StepOf(Message message, ErasureAction action) =>
        StepOf(ErasureKind.Message, Message.TypeName, nameof(message.MessageSid), message.MessageSid, action);

    private ErasureStep StepOf(ErasureKind kind, string resourceType, string identifierName, string identifier, ErasureAction action) =>
        new(kind, resourceType, Address((identifierName, identifier)), identifier, action);

    private ResourceAddress Address(params (string Name, object? Value)[] own) =>
        new([(nameof(conversation.ServiceSid), conversation.ServiceSid), (nameof(conversation.ConversationSid), conversation.ConversationSid), .. own]);
}
