namespace ConversationsAdmin.Core.Paging;

/// <summary>A row, and where it stands in the list.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="CreatedText">When it was created, as the provider writes it: read and written again it could lose digits.</param>
/// <param name="Created">The same as a date.</param>
/// <param name="LastMessage">When its last message was written; null when it has none.</param>
/// <param name="Item">What it became.</param>
internal readonly record struct KeysetRow<T>(string Id, string CreatedText, DateTimeOffset Created, DateTimeOffset? LastMessage, T Item);
