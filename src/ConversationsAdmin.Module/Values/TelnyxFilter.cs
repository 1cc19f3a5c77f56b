using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;

namespace ConversationsAdmin.Module.Values;

/// <summary>Writes what a person asks for as filters of PostgREST.</summary>
internal static class TelnyxFilter
{
    /// <exception cref="RequestArgumentException">The value is blank.</exception>
    internal static string? Equal(string field, string? value) => value is null ? null
        : string.IsNullOrWhiteSpace(value) ? throw RequestArgumentException.About(field, $"the value is blank. Give one, or leave it out.")
        : "eq." + value;

    /// <exception cref="RequestArgumentException">It is no identifier of a conversation.</exception>
    internal static string? Id(string? id) => id is null ? null
        : UuidKind.Conversation.Matches(id) ? "eq." + id.ToLowerInvariant()
        : throw RequestArgumentException.About("id", $"{UuidKind.Conversation.Explain(id)}");

    internal static string? From(DateTimeOffset? date) => date is { } given ? "gte." + Text(given) : null;

    internal static string? Until(DateTimeOffset? date) => date is { } given ? "lte." + Text(given) : null;

    /// <summary>A text with wildcards. Without any, the text itself.</summary>
    /// <exception cref="RequestArgumentException">It can't be asked for so.</exception>
    internal static string? Like(string field, string? text)
    {
        if (text is null || !WildcardPattern.ContainsWildcardCharacters(text))
        {
            return Equal(field, text is null ? null : WildcardPattern.Unescape(text));
        }

        var pattern = new StringBuilder("like.");
        for (var index = 0; index < text.Length; index++)
        {
            var isEscaped = text[index] == '`' && index + 1 < text.Length;
            index += isEscaped ? 1 : 0;
            pattern.Append((text[index], isEscaped) switch
            {
                ('*', false) => "%",
                ('?', false) => "_",
                ('[', false) => throw RequestArgumentException.About(field, $"the provider knows no sets of characters such as [a-z]. Use * and ?, and Where-Object for the rest."),
                ('*', true) => throw RequestArgumentException.About(field, $"the provider takes every * for a wildcard, so none can be asked for beside others. Use Where-Object."),
                ('%' or '_' or '\\', _) => "\\" + text[index],
                var (other, _) => other.ToString(),
            });
        }

        return pattern.ToString();
    }

    /// <exception cref="RequestArgumentException">A key or a value is blank, or no plain value.</exception>
    internal static IEnumerable<KeyValuePair<string, object?>> Metadata(Hashtable? metadata)
    {
        if (metadata is { Count: 0 })
        {
            throw RequestArgumentException.About(MetadataFilterParameter.Prefix, $"the table is empty, which would mean all conversations. Give a key and a value, or leave it out.");
        }

        foreach (DictionaryEntry entry in metadata ?? [])
        {
            if (string.IsNullOrWhiteSpace(entry.Key.ToString()))
            {
                throw RequestArgumentException.About(MetadataFilterParameter.Prefix, $"a key is blank. Give the name of one.");
            }

            var name = MetadataFilterParameter.Prefix + entry.Key;
            var value = (entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value) switch
            {
                bool flag => flag ? "true" : "false",
                string text => text,
                sbyte or byte or short or ushort or int or uint or long or ulong or decimal or float or double =>
                    Convert.ToString(entry.Value, CultureInfo.InvariantCulture)!,
                _ => throw RequestArgumentException.About(name, $"the value of '{entry.Key}' is no text, number or boolean. Give one of these."),
            };
            yield return KeyValuePair.Create(name, (object?)Equal(name, value));
        }
    }

    private static string Text(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
