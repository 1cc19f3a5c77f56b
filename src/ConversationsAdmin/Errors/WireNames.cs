namespace ConversationsAdmin;

/// <summary>Parameters in a message: by their wire names, until the message is written for somebody who calls them something else.</summary>
/// <param name="Separator">What stands between them.</param>
/// <param name="Names">Their wire names.</param>
internal sealed record WireNames(string Separator, params IReadOnlyList<string> Names)
{
    internal static WireNames Of(string name) => new("", name);
}
