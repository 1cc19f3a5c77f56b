using System.Collections.ObjectModel;

namespace ConversationsAdmin.Twilio;

/// <summary>A file that is attached to a message.</summary>
public sealed class MessageMedia
{
    /// <summary>The identifier: <c>ME</c> and 32 hexadecimal digits.</summary>
    public string? MediaSid { get; init; }

    /// <summary>The MIME type.</summary>
    public string? ContentType { get; init; }

    /// <summary>The name of the file; null when it has none.</summary>
    public string? Filename { get; init; }

    /// <summary>The size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>What it is for, such as <c>media</c> or <c>body</c>, where the provider says.</summary>
    public string? Category { get; init; }

    /// <summary>Fields that this version does not know yet, by their wire names; null when there are none.</summary>
    public ReadOnlyDictionary<string, object?>? AdditionalProperties { get; init; }

    /// <summary>The name, or the identifier.</summary>
    public override string ToString() => Filename ?? MediaSid ?? "";
}
