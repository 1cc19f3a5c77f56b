using System.Text.RegularExpressions;

namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record PatternField(string Name, string Pattern, string Expected, int MalformedCode) : Field(Name)
{
    private readonly Regex regex = new(Pattern, RegexOptions.CultureInvariant | RegexOptions.Singleline);

    public override void Check(string value)
    {
        if (!regex.IsMatch(value))
            throw new TwilioError(400, MalformedCode, $"{Name} takes {Expected}.");
    }
}
