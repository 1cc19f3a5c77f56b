using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Http;

/// <summary>Where an API is reached.</summary>
/// <param name="Api">The API.</param>
/// <param name="BaseUri">Its address; a path is kept in front of the operations' own.</param>
public sealed record ApiAddress(Api Api, Uri BaseUri);
