namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record DateField(string Name) : Field(Name)
{
    /// <summary>Whether a day without a time will do, as it does for filters.</summary>
    public bool TakesDays { get; init; }

    public override void Check(string value)
    {
        if (!TwilioDate.TryParse(value, out _) && !(TakesDays && TwilioDate.TryParseDay(value, out _)))
            throw Malformed(TakesDays ? "a date such as 2015-12-16T22:18:37Z or 2015-12-16" : "a date such as 2015-12-16T22:18:37Z");
    }
}
