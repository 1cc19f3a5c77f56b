namespace ConversationsAdmin.Core.Operations;

/// <summary>A unique name or an identity that stands in place of an identifier. It is never guessed: who means a name says so.</summary>
/// <param name="Text">The name.</param>
public sealed record AlternateName(string Text)
{
    /// <summary>The name.</summary>
    public override string ToString() => Text;
}
