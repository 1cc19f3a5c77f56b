namespace ConversationsAdmin.Sandbox.Telnyx.Filters;

/// <summary>Something of a conversation that can be filtered by.</summary>
internal abstract class FilterField
{
    private const string MetadataPrefix = "metadata->";

    private static readonly FilterField Id = new TextFilterField(conversation => conversation.Id, Uuid.Normal);
    private static readonly FilterField Name = new TextFilterField(conversation => conversation.Name);
    private static readonly FilterField CreatedAt = new DateFilterField(conversation => conversation.CreatedAt, isCreation: true);
    private static readonly FilterField LastMessageAt = new DateFilterField(conversation => conversation.LastMessageAt, isCreation: false);

    /// <summary>Gives the field of this name, or null when there is none.</summary>
    public static FilterField? Named(string name) => name switch
    {
        "id" => Id,
        "name" => Name,
        "created_at" => CreatedAt,
        "last_message_at" => LastMessageAt,
        _ => MetadataKey(name) is { } key ? new TextFilterField(conversation => conversation.Metadata.TextOf(key)) : null,
    };

    /// <summary>The condition of one operator and what stands behind it: several values for "in", one for the others.</summary>
    /// <exception cref="FormatException">The field has no such operator, or takes no such value.</exception>
    public abstract Condition Condition(string name, IReadOnlyList<string> operands);

    // Metadata is flat, so only one arrow leads into it, and the provider's documents show no other than this one.
    private static string? MetadataKey(string name) =>
        name.StartsWith(MetadataPrefix, StringComparison.Ordinal) && name[MetadataPrefix.Length..] is { Length: > 0 } key
            && key[0] != '>' && !key.Contains("->", StringComparison.Ordinal)
            ? key
            : null;
}
