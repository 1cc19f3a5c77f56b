namespace ConversationsAdmin.Sandbox.Data;

/// <summary>The participants of a service by one of their texts. Most texts belong to one participant; only the others cost a set.</summary>
internal sealed class ParticipantIndex
{
    private readonly Dictionary<string, object> found = [];

    public IReadOnlyCollection<Participant> this[string text] => found.GetValueOrDefault(text) switch
    {
        HashSet<Participant> several => several,
        Participant one => [one],
        _ => [],
    };

    public void Add(string? text, Participant participant)
    {
        if (text is null || found.TryAdd(text, participant))
            return;
        if (found[text] is HashSet<Participant> several)
            several.Add(participant);
        else
            found[text] = new HashSet<Participant> { (Participant)found[text], participant };
    }

    public void Remove(string? text, Participant participant)
    {
        if (text is null || !found.TryGetValue(text, out var there))
            return;
        if (there == participant || (there is HashSet<Participant> several && several.Remove(participant) && several.Count == 0))
            found.Remove(text);
    }
}
