namespace ConversationsAdmin.Core.Operations;

/// <summary>Where a request carries a parameter.</summary>
public enum ParameterLocation
{
    /// <summary>A segment of the path.</summary>
    Path,

    /// <summary>The query.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>The body, in the operation's encoding.</summary>
    Body,
}
