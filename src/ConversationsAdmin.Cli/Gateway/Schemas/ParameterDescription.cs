using System.Globalization;
using System.Xml;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;

namespace ConversationsAdmin.Cli.Gateway.Schemas;

/// <summary>What a parameter means, in sentences: what its definition says, and what a schema has no keyword for.</summary>
internal static class ParameterDescription
{
    /// <summary>The sentences; null when the name and the schema say it all.</summary>
    internal static string? Of(OperationParameter parameter)
    {
        string?[] sentences = [OfKind(parameter), OfBytes(parameter), OfFinal(parameter), parameter.MayBeNull ? "Null clears it." : null];
        return string.Join(' ', sentences.OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    private static string? OfKind(OperationParameter parameter) => parameter switch
    {
        SidParameter { Alternate: { } alternate } sid => $"{Capitalized(sid.Kind)}, or the {alternate}.",
        SidParameter sid => $"{Capitalized(sid.Kind)}.",
        IdParameter id => $"{Capitalized(id.Kind)}.",
        DateParameter => "It is sent in UTC, to the second.",
        DayParameter => "A whole day in UTC.",
        DurationParameter duration => $"At least {XmlConvert.ToString(duration.Minimum)}, or PT0S to switch the timer off.",
        UriParameter { MayBeEmpty: true } => "A whole web address. An empty text takes it away.",
        UriParameter => "A whole web address.",
        JsonTextParameter => "A JSON object, or its text.",
        JsonObjectParameter { IsFlat: true, MayHoldLists: true } => "Its values are texts, numbers, booleans, or lists of these.",
        JsonObjectParameter { IsFlat: true } => "Its values are texts, numbers or booleans.",
        IdempotencyKeyParameter => "By it the provider knows a repetition, and does nothing for it. One is made when it is left out.",
        MetadataFilterParameter => "A filter on a key of the metadata, named metadata->key, such as metadata->channel with the value eq.voice.",
        FilterParameter => "An operator and a value, such as eq.phone_call, like.Voice% or gte.2026-01-31.",
        OrParameter => "Filters of which one must hold, such as (created_at.gte.2026-04-01,name.eq.Test).",
        _ => null,
    };

    private static string? OfBytes(OperationParameter parameter) => parameter switch
    {
        TextParameter { MaxBytes: { } bytes } => AtMost(bytes),
        JsonTextParameter { MaxBytes: { } bytes } => AtMost(bytes),
        JsonObjectParameter { MaxBytes: { } bytes } => AtMost(bytes),
        _ => null,
    };

    private static string? OfFinal(OperationParameter parameter) =>
        parameter is ChoiceParameter { Final: { } final } ? $"{final} can't be taken back." : null;

    private static string AtMost(int bytes) => string.Create(CultureInfo.InvariantCulture, $"At most {bytes:N0} bytes of UTF-8.");

    private static string Capitalized(IdentifierKind kind) => $"{kind}" is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : "";
}
