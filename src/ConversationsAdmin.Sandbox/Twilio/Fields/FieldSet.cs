namespace ConversationsAdmin.Sandbox.Twilio.Fields;

/// <summary>The fields that an endpoint takes; whatever it does not declare is refused by name.</summary>
internal sealed class FieldSet(params Field[] fields)
{
    public static FieldSet None { get; } = new();

    public FieldValues Read(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var values = new Dictionary<string, List<string>>();
        foreach (var (name, value) in pairs)
        {
            var field = Array.Find(fields, candidate => candidate.Name == name)
                ?? throw TwilioError.BadParameter($"There is no parameter {name} here.");
            if (!values.TryGetValue(name, out var given))
                values[name] = given = [];
            if (given.Count > 0 && !field.Repeats)
                throw TwilioError.BadParameter($"{name} is given more than once.");
            field.Check(value);
            given.Add(value);
        }
        foreach (var field in fields)
        {
            if (field.Required && !values.GetValueOrDefault(field.Name, []).Exists(value => value.Length > 0))
                throw new TwilioError(400, field.MissingCode, $"{field.Name} is required.");
        }
        return new FieldValues(values);
    }
}
