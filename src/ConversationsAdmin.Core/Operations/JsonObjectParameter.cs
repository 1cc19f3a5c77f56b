using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConversationsAdmin.Core.Operations;

/// <summary>A JSON object, given as its text.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Location">Where the request carries it.</param>
public sealed record JsonObjectParameter(string Name, ParameterLocation Location) : OperationParameter(Name, Location)
{
    /// <summary>What the object may hold, each by its wire name; empty when it may hold anything.</summary>
    public ImmutableArray<OperationParameter> Members { get; init; } = [];

    /// <summary>The members of which exactly one must be there; empty when there is no such rule.</summary>
    public ImmutableArray<string> ExactlyOneOf { get; init; } = [];

    /// <summary>True when values may be texts, numbers and booleans only.</summary>
    public bool IsFlat { get; init; }

    /// <summary>True when values may also be lists of such.</summary>
    public bool MayHoldLists { get; init; }

    /// <summary>The most bytes of UTF-8 that the provider keeps; null when it documents no limit.</summary>
    public int? MaxBytes { get; init; }

    /// <inheritdoc/>
    public override bool IsJsonLiteral => true;

    /// <inheritdoc/>
    public override string ToWire(object value)
    {
        var given = Parse(value.ToString() ?? "");
        if (IsFlat && given.FirstOrDefault(member => !IsPlain(member.Value) && !(MayHoldLists && IsListOfPlain(member.Value))) is { Key: { } nested })
        {
            throw given[nested] is null
                ? Refuse($"'{nested}' is null, which the provider does not keep. Leave it out.")
                : Refuse($"'{nested}' is no text, number or boolean{(MayHoldLists ? ", nor a list of these" : "")}, and the provider keeps nothing else. Leave it out, or give it as a text.");
        }

        var text = (Members.IsEmpty ? given : Checked(given)).ToJsonString(Json.Readable);
        var size = Encoding.UTF8.GetByteCount(text);
        return size > MaxBytes
            ? throw Refuse($"the JSON has {size:N0} bytes; the provider keeps at most {MaxBytes:N0}. Shorten it.")
            : text;
    }

    private static bool IsPlain(JsonNode? value) => value is JsonValue;

    private static bool IsListOfPlain(JsonNode? value) => value is JsonArray list && list.All(IsPlain);

    private string Example => Members.IsEmpty
        ? "Give a hashtable, an object, or JSON such as {\"topic\":\"billing\"}"
        : $"Give a hashtable, an object, or JSON with {string.Join(", ", Members.Select(member => member.Name))}";

    private JsonObject Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw Refuse($"the text is not valid JSON: it is empty. {Example}{(MayBeNull ? ", or $null to clear it" : "")}.");
        }

        try
        {
            var given = JsonNode.Parse(text) as JsonObject ?? throw Refuse($"'{text}' is no JSON object. {Example}.");

            // A member that is there twice is found only when they are looked at.
            _ = given.Count;
            return given;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException and not RequestArgumentException)
        {
            throw Refuse($"the text is not valid JSON: {exception.Message.Split('.')[0]}. {Example}.");
        }
    }

    // A member is known in any case, as PowerShell takes names, and is sent in the provider's.
    private JsonObject Checked(JsonObject given)
    {
        var members = new JsonObject();
        foreach (var (name, value) in given)
        {
            var member = Members.FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw Refuse($"'{name}' is none of {string.Join(", ", Members.Select(member => member.Name))}. Leave it out.");
            if (members.ContainsKey(member.Name))
            {
                throw Refuse($"'{member.Name}' is there twice. Give it once.");
            }

            if (value is JsonObject or JsonArray)
            {
                throw Refuse($"'{member.Name}' is no plain value. Give a text for it.");
            }

            // What a CSV file keeps of a value that is not there.
            if (value is not null && value.ToString().Length > 0)
            {
                members[member.Name] = ToNode(member, value);
            }
        }

        if (Members.FirstOrDefault(member => member.Required && !members.ContainsKey(member.Name)) is { } missing)
        {
            throw Refuse($"it has no '{missing.Name}', which the provider needs. Give it too.");
        }

        return ExactlyOneOf.IsEmpty || ExactlyOneOf.Count(members.ContainsKey) == 1
            ? members
            : throw Refuse($"exactly one of {string.Join(" and ", ExactlyOneOf)} must be there.");
    }

    private JsonNode? ToNode(OperationParameter member, JsonNode value)
    {
        try
        {
            var text = member.ToWire(value.ToString());
            return member.IsJsonLiteral ? JsonNode.Parse(text) : JsonValue.Create(text);
        }
        catch (RequestArgumentException exception)
        {
            throw Refuse($"{exception.Message}");
        }
    }
}
