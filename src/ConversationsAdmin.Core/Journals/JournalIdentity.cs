namespace ConversationsAdmin.Core.Journals;

/// <summary>What a journal is of. Only the same goes on with it.</summary>
/// <param name="Command">The command, such as <c>Remove-ConvConversation</c> or <c>cleanup</c>.</param>
/// <param name="Connection">Whose data it works on.</param>
/// <param name="Container">The service or the app that all of it lies in; null when its items say that themselves.</param>
/// <param name="Subject">What more makes it this command and no other: a plan's identifier, or the hash of the values that it sends; null when nothing does.</param>
public sealed record JournalIdentity(string Command, ConnectionIdentity Connection, string? Container, string? Subject);
