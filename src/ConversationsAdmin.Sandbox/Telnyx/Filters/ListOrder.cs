using ConversationsAdmin.Sandbox.Telnyx.Data;

namespace ConversationsAdmin.Sandbox.Telnyx.Filters;

/// <summary>The order of a list. Those that it leaves equal stand as they are kept, by creation date and id.</summary>
internal sealed class ListOrder : IComparer<AiConversation>
{
    private readonly (string Field, bool Descending)[] terms;

    private ListOrder((string Field, bool Descending)[] terms) => this.terms = terms;

    public static ListOrder NewestFirst { get; } = new([("created_at", true)]);

    /// <summary>Whether this is the order in which conversations are kept, or its reverse, so that nothing has to be sorted.</summary>
    public bool IsKept => terms is [("created_at", _)]
        || (terms is [("created_at", var newest), ("id", var last)] && newest == last);

    public bool IsDescending => terms[0].Descending;

    /// <summary>Reads created_at.desc,id.asc.</summary>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static ListOrder Read(string text) => new(Array.ConvertAll(text.Split(','), Term));

    public int Compare(AiConversation? x, AiConversation? y)
    {
        foreach (var (field, descending) in terms)
        {
            var sign = Compare(field, x!, y!);
            if (sign != 0)
                return descending ? -sign : sign;
        }
        return 0;
    }

    private static int Compare(string field, AiConversation one, AiConversation other) => field switch
    {
        "id" => string.CompareOrdinal(one.Id, other.Id),
        "name" => string.CompareOrdinal(one.Name, other.Name),
        "created_at" => one.CreatedAt.CompareTo(other.CreatedAt),
        _ => one.LastMessageAt.CompareTo(other.LastMessageAt),
    };

    private static (string Field, bool Descending) Term(string text)
    {
        if (text.Split('.') is [("id" or "name" or "created_at" or "last_message_at") and var field, ("asc" or "desc") and var direction])
            return (field, direction == "desc");
        throw new FormatException($"'{text}' is no order such as created_at.desc; there are id, name, created_at and last_message_at.");
    }
}
