using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Archives;

/// <summary>A conversation to be archived.</summary>
/// <param name="ResourceType">Its type: <c>ConvConversation</c>, <c>ProxySession</c>, <c>TelnyxConversation</c> or <c>SunshineConversation</c>.</param>
/// <param name="Address">The identifiers on the way to it, with its own. Names in place of identifiers are refused.</param>
public sealed record ArchiveSource(string ResourceType, ResourceAddress Address);
