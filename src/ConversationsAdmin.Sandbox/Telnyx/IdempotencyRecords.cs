using System.Text.RegularExpressions;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Telnyx.Errors;

namespace ConversationsAdmin.Sandbox.Telnyx;

/// <summary>Remembers for a day what was answered to a key, so that a repeated request does not act again.</summary>
internal sealed partial class IdempotencyRecords(TimeProvider time)
{
    private const string Header = "Idempotency-Key";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private readonly Dictionary<string, Entry> entries = [];

    private sealed record Entry(string Query, string? Body, Answer Answer, DateTimeOffset Until);

    /// <summary>Gives the remembered answer, or acts; a refusal is an exception and so is never remembered.</summary>
    public Answer Once(Call call, Func<Call, Answer> act)
    {
        if (call.Request.Header(Header) is not { } key)
            return act(call);
        if (!Key().IsMatch(key))
            throw new PlatformError(TelnyxCode.BadRequest, $"{Header} takes 1 to 255 of A-Z, a-z, 0-9, -, _ and :, once.");
        var scope = $"{call.Request.Method} {call.Request.Path} {key}";
        var query = string.Join('&', call.Query.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
        var now = time.GetUtcNow();
        if (entries.TryGetValue(scope, out var entry) && now < entry.Until)
            return entry.Query == query && entry.Body == call.Request.Body
                ? entry.Answer
                : throw new PlatformError(TelnyxCode.Unprocessable, $"This {Header} belongs to another request.");
        var answer = act(call);
        entries[scope] = new Entry(query, call.Request.Body, answer, now + Lifetime);
        return answer;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_:-]{1,255}\z")]
    private static partial Regex Key();
}
