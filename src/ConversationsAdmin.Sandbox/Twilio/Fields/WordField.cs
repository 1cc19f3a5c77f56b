namespace ConversationsAdmin.Sandbox.Twilio.Fields;

/// <summary>One word. Which words there are, nobody says.</summary>
internal sealed record WordField(string Name) : Field(Name)
{
    public override void Check(string value)
    {
        if (value.Length == 0 || !value.All(char.IsAsciiLetterOrDigit))
            throw Malformed("one word for each value, such as sendMessage");
    }
}
