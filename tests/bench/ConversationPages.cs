using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ConversationsAdmin.Bench;

/// <summary>Conversations 0 to count - 1 in pages shaped as Twilio sends them, each body made once.</summary>
internal sealed class ConversationPages(int count)
{
    public const string AccountSid = "AC00000000000000000000000000000000";

    public const string ServiceSid = "IS00000000000000000000000000000000";

    private readonly ConcurrentDictionary<(int Page, int Size), byte[]> _bodies = new();

    public static string ConversationSid(int index) => "CH" + index.ToString("x32", CultureInfo.InvariantCulture);

    public void Prepare(int size)
    {
        for (int page = 0; page * size < count; page++)
        {
            Body(page, size);
        }
    }

    public byte[] Body(int page, int size) => _bodies.GetOrAdd((page, size), key => Encoding.UTF8.GetBytes(Compose(key.Page, key.Size)));

    private string Compose(int page, int size)
    {
        int first = page * size;
        int end = Math.Min(count, first + size);
        string list = $"https://conversations.twilio.com/v1/Services/{ServiceSid}/Conversations";
        string Address(int number) => $"\"{list}?PageSize={size}&Page={number}&PageToken=PT{number}\"";

        IEnumerable<string> conversations = Enumerable.Range(first, Math.Max(0, end - first)).Select(index => Conversation(index, list));
        return $$$"""
            {"conversations":[{{{string.Join(',', conversations)}}}],
            "meta":{"page":{{{page}}},"page_size":{{{size}}},"key":"conversations","first_page_url":{{{Address(0)}}},"url":{{{Address(page)}}},
            "previous_page_url":{{{(page > 0 ? Address(page - 1) : "null")}}},"next_page_url":{{{(end < count ? Address(page + 1) : "null")}}}}}
            """;
    }

    private static string Conversation(int index, string list)
    {
        string sid = ConversationSid(index);
        return $$$"""
            {"sid":"{{{sid}}}","account_sid":"{{{AccountSid}}}","chat_service_sid":"{{{ServiceSid}}}",
            "messaging_service_sid":"MG00000000000000000000000000000000","friendly_name":"Order {{{index}}}","unique_name":"order-{{{index}}}",
            "attributes":"{\"topic\":\"delivery\",\"order\":{{{index}}}}",
            "date_created":"2024-03-05T09:30:00Z","date_updated":"2024-06-05T09:30:00Z","state":"closed",
            "timers":{"date_inactive":null,"date_closed":null},"bindings":null,
            "url":"{{{list}}}/{{{sid}}}",
            "links":{"participants":"{{{list}}}/{{{sid}}}/Participants","messages":"{{{list}}}/{{{sid}}}/Messages","webhooks":"{{{list}}}/{{{sid}}}/Webhooks"}}
            """;
    }
}
