using System.Text.RegularExpressions;

namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed partial record AddressField(string Name, int MalformedCode, int EmptyCode) : Field(Name)
{
    public const string Removal = "null";

    /// <summary>Whether the text 'null' takes the address away.</summary>
    public bool Removable { get; init; }

    public override void Check(string value)
    {
        if (Removable && value == Removal)
            return;
        if (value.Length == 0)
            throw new TwilioError(400, EmptyCode, $"{Name} is empty.");
        if (value.Length > 256 || !Address().IsMatch(value))
            throw new TwilioError(400, MalformedCode,
                $"{Name} takes a number such as +15558675310, with a prefix for another channel (whatsapp:+15558675310).");
    }

    [GeneratedRegex(@"^(?:(?:whatsapp:|rcs:)?\+[1-9][0-9]{1,14}|messenger:[0-9]+|rcs:[A-Za-z][A-Za-z0-9_.-]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
