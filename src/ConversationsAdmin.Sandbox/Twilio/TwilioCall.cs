using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>One request to one endpoint, whichever API it belongs to.</summary>
internal record TwilioCall(
    SeededRandom Sids,
    DateTimeOffset Now,
    PageTokenStyle PageTokens,
    string AddressPrefix,
    string Path,
    IReadOnlyDictionary<string, string> PathValues,
    FieldValues Query,
    FieldValues Form)
{
    public string AddressOf(string path) => AddressPrefix + path;
}
