namespace ConversationsAdmin.Core.Operations;

/// <summary>How an operation wants its body.</summary>
public enum BodyEncoding
{
    /// <summary>It takes none.</summary>
    None,

    /// <summary><c>application/x-www-form-urlencoded</c>; an array repeats its key.</summary>
    Form,

    /// <summary><c>application/json</c>.</summary>
    Json,
}
