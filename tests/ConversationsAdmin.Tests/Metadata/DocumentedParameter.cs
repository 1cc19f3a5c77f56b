using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Tests.Metadata;

/// <summary>A parameter as the provider documents it.</summary>
internal sealed record DocumentedParameter(ParameterLocation Location, string Name, string Type, bool IsList, bool IsRequired, bool IsNullable)
{
    /// <summary>Reads what stands in the table: the type, [] for a list, an exclamation mark for what the provider refuses a request without, and a question mark for what may be null.</summary>
    public static DocumentedParameter Parse(ParameterLocation location, string name, string text)
    {
        var isRequired = text.EndsWith('!');
        var isNullable = text.EndsWith('?');
        var type = text.TrimEnd('!', '?');
        var isList = type.EndsWith("[]", StringComparison.Ordinal);
        return new(location, name, isList ? type[..^2] : type, isList, isRequired, isNullable);
    }
}
