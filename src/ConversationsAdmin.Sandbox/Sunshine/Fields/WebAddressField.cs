using System.Text.Json;

namespace ConversationsAdmin.Sandbox.Sunshine.Fields;

internal sealed record WebAddressField(string Name, int MaxLength) : Field(Name)
{
    protected override IEnumerable<string> ProblemsOf(JsonElement value)
    {
        var isAddress = value.ValueKind == JsonValueKind.String
            && Uri.TryCreate(value.GetString(), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        if (!isAddress)
            yield return $"{Name} is to be an absolute URL.";
        else if (value.GetString()!.Length > MaxLength)
            yield return $"{Name} has more than {MaxLength} characters.";
    }
}
