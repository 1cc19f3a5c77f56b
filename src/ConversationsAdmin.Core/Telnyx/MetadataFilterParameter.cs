namespace ConversationsAdmin.Core.Telnyx;

/// <summary>Filters on keys of a conversation's metadata, each named <c>metadata->key</c>.</summary>
public sealed record MetadataFilterParameter() : FilterParameter(Prefix + "*")
{
    /// <summary>What the name of such a filter begins with.</summary>
    public const string Prefix = "metadata->";

    /// <inheritdoc/>
    public override bool IsNamed(string wireName) =>
        wireName.StartsWith(Prefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(wireName[Prefix.Length..]);
}
