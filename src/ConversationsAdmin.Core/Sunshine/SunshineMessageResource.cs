using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Sunshine;

/// <summary>The messages of a Sunshine conversation: what an archive reads of them.</summary>
public static class SunshineMessageResource
{
    /// <summary>Lists the messages of a conversation: the newest page first, each page the oldest first. A page has 100, whatever is asked for.</summary>
    public static readonly Operation List = new()
    {
        Name = "ListMessages",
        ToolName = "retrieve-sunshine-conversation-messages",
        Summary = "Lists the messages of a Sunshine conversation, the newest page first.",
        Status = 200,
        Api = Api.Sunshine,
        Method = HttpMethod.Get,
        Path = SunshineConversationResource.Instance + "/messages",
        Parameters =
        [
            SunshineConversationResource.AppId,
            SunshineConversationResource.ConversationId,
            SunshineConversationResource.After,
            SunshineConversationResource.Before,
        ],
        ResourceType = "SunshineMessage",
        Envelope = "messages",
        Paging = new ListPaging(PagingStyle.CursorBackwards, PageSizeName: null, DefaultPageSize: null, MaxPageSize: null)
        {
            TransportNames = [SunshineConversationResource.PageAfter, SunshineConversationResource.PageBefore],
        },
    };
}
