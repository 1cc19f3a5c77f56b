namespace ConversationsAdmin.Sandbox.Twilio.Fields;

/// <summary>One form field or query parameter that an endpoint declares.</summary>
internal abstract record Field(string Name)
{
    public bool Required { get; init; }

    /// <summary>The code that says a required field is missing.</summary>
    public int MissingCode { get; init; } = TwilioCode.BadParameter;

    /// <summary>Whether the field is an array: the provider takes its name once for each value.</summary>
    public bool Repeats { get; init; }

    /// <summary>Throws the refusal that the provider documents for such a value.</summary>
    public abstract void Check(string value);

    protected TwilioError Malformed(string expected) => TwilioError.BadParameter($"{Name} takes {expected}.");
}
