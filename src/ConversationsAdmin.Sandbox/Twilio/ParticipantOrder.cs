using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>Sorts what an index found for one person. It is done for each page, as nobody is in very many conversations.</summary>
internal static class ParticipantOrder
{
    public static OrderedItems<Participant> NewestFirst(IReadOnlyCollection<Participant> participants)
    {
        var ordered = new OrderedItems<Participant>(SortKey.NewestFirst);
        ordered.Fill(participants);
        return ordered;
    }
}
