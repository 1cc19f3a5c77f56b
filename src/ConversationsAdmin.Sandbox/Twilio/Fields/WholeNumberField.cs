using System.Globalization;

namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record WholeNumberField(string Name, int Minimum, int Maximum = int.MaxValue) : Field(Name)
{
    public override void Check(string value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < Minimum || number > Maximum)
            throw Malformed(Maximum == int.MaxValue ? $"a whole number from {Minimum}" : $"a whole number from {Minimum} to {Maximum}");
    }
}
