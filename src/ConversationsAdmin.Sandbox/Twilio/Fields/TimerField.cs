namespace ConversationsAdmin.Sandbox.Twilio.Fields;

internal sealed record TimerField(string Name, TimeSpan Minimum, int TooShortCode, int MalformedCode) : Field(Name)
{
    // Beyond this the date would leave the calendar.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365 * 1000);

    public override void Check(string value)
    {
        if (!Iso8601Duration.TryParse(value, out var duration) || duration < TimeSpan.Zero || duration > Longest)
            throw new TwilioError(400, MalformedCode, $"{Name} takes an ISO 8601 duration such as PT10M or P1D.");
        if (duration != TimeSpan.Zero && duration < Minimum)
            throw new TwilioError(400, TooShortCode, $"{Name} takes at least {Minimum.TotalMinutes:0} minutes, or PT0S for no timer.");
    }
}
