using System.Globalization;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Cli.Gateway.Schemas;

/// <summary>What a parameter means, in sentences: what its definition says, and the limits that a schema has no keyword for.</summary>
internal static class ParameterDescription
{
    /// <summary>The sentences; null when the name and the schema say it all.</summary>
    internal static string? Of(OperationParameter parameter)
    {
        var meaning = (parameter as ListParameter)?.Item.Description ?? parameter.Description ?? OfIdentifier(parameter);
        var sentences = new[] { meaning, OfBytes(parameter) }.OfType<string>().ToArray();
        return sentences is [] ? null : string.Join(' ', sentences);
    }

    private static string? OfIdentifier(OperationParameter parameter) => parameter switch
    {
        SidParameter { Alternate: { } alternate } sid => $"{Capitalized(sid.Kind)}, or the {alternate}.",
        SidParameter sid => $"{Capitalized(sid.Kind)}.",
        IdParameter id => $"{Capitalized(id.Kind)}.",
        _ => null,
    };

    private static string? OfBytes(OperationParameter parameter) => parameter switch
    {
        TextParameter { MaxBytes: { } bytes } => AtMost(bytes),
        JsonTextParameter { MaxBytes: { } bytes } => AtMost(bytes),
        JsonObjectParameter { MaxBytes: { } bytes } => AtMost(bytes),
        _ => null,
    };

    private static string AtMost(int bytes) => string.Create(CultureInfo.InvariantCulture, $"At most {bytes:N0} bytes of UTF-8.");

    private static string Capitalized(IdentifierKind kind) => $"{kind}" is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : "";
}
