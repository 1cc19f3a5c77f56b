namespace ConversationsAdmin.Core.Erasure;

/// <summary>How a text names somebody.</summary>
[Flags]
internal enum Mention
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>As a word of its own.</summary>
    Whole = 1,

    /// <summary>As a part of a longer name, such as <c>ann</c> in <c>ann.smith</c>, which may be somebody else's.</summary>
    Part = 2,
}
