using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>Lists conversations, newest first; the dates cut the sorted list, the state looks at each.</summary>
internal static class ConversationListing
{
    private const string StartDate = "StartDate";
    private const string EndDate = "EndDate";
    private const string State = "State";

    // Any SID sorts after the first of these and before the second, so each stands for a whole second.
    private const string BeforeAllSids = "";
    private const string AfterAllSids = "~";

    public static readonly FieldSet Query = new(
    [
        new DateField(StartDate) { TakesDays = true },
        new DateField(EndDate) { TakesDays = true },
        new ChoiceField(State, ConversationStates.Names),
        .. Paging.FieldsUpTo(100),
    ]);

    public static Answer Read(Call call)
    {
        var items = call.Service().Conversations;
        var start = Moment(call.Query.Text(StartDate), TimeSpan.Zero);
        var end = Moment(call.Query.Text(EndDate), TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        var first = end is { } newest ? items.IndexOf(new SortKey(newest, BeforeAllSids)) : 0;
        var last = start is { } oldest ? items.IndexOf(new SortKey(oldest, AfterAllSids)) : items.Count;
        return Paging.Page(call, new Listing<Conversation>("conversations", items, (json, conversation) =>
        {
            conversation.Settle(call.Now);
            ConversationJson.Write(json, call.Account, conversation);
        })
        {
            First = first,
            End = Math.Max(first, last),
            Includes = Includes(call),
        });
    }

    private static Func<Conversation, bool>? Includes(Call call)
    {
        if (call.Query.Text(State) is not { } name)
            return null;
        var wanted = ConversationStates.Named(name);
        return conversation =>
        {
            conversation.Settle(call.Now);
            return conversation.State == wanted;
        };
    }

    private static DateTimeOffset? Moment(string? text, TimeSpan ofDay)
    {
        if (text is null)
            return null;
        return TwilioDate.TryParseDay(text, out var midnight) ? midnight + ofDay
            : TwilioDate.TryParse(text, out var moment) ? moment
            : null;
    }
}
