using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Sunshine;

/// <summary>The participants of a Sunshine conversation: what an archive reads of them.</summary>
public static class SunshineParticipantResource
{
    /// <summary>Lists the participants of a conversation.</summary>
    public static readonly Operation List = new()
    {
        Name = "ListParticipants",
        ToolName = "retrieve-sunshine-conversation-participants",
        Summary = "Lists the participants of a Sunshine conversation.",
        Status = 200,
        Api = Api.Sunshine,
        Method = HttpMethod.Get,
        Path = SunshineConversationResource.Instance + "/participants",
        Parameters = [SunshineConversationResource.AppId, SunshineConversationResource.ConversationId, .. SunshineConversationResource.PageParameters],
        ResourceType = "SunshineParticipant",
        Envelope = "participants",
        Paging = SunshineConversationResource.Paging,
    };
}
