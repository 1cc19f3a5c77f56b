using System.Globalization;

namespace ConversationsAdmin.Sandbox.Twilio.Fields;

/// <summary>What a request gave for the declared fields, already checked.</summary>
internal sealed class FieldValues(IReadOnlyDictionary<string, List<string>> values)
{
    public static FieldValues None { get; } = new(new Dictionary<string, List<string>>());

    public IEnumerable<string> Names => values.Keys;

    public bool Has(string name) => values.ContainsKey(name);

    public string? Text(string name) => Texts(name).FirstOrDefault();

    /// <summary>Every value of a field that repeats, in the order they were given.</summary>
    public IReadOnlyList<string> Texts(string name) => values.GetValueOrDefault(name, []);

    public bool? Flag(string name) => Text(name) is { } text ? text == "true" : null;

    public int? WholeNumber(string name) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public DateTimeOffset? Date(string name) => Text(name) is { } text && TwilioDate.TryParse(text, out var date) ? date : null;

    public TimeSpan? Duration(string name) => Text(name) is { } text && Iso8601Duration.TryParse(text, out var duration) ? duration : null;
}
