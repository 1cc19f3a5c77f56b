namespace ConversationsAdmin.Core.Operations;

/// <summary>The JSON types that a field of an answer may have.</summary>
public enum ShapeType
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A list.</summary>
    List,
}
