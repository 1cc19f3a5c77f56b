namespace ConversationsAdmin.Sandbox.Data;

/// <summary>Makes a service with the four roles that the provider gives to each, under the names it has kept from its chat product.</summary>
internal static class NewService
{
    private static readonly string[] ServiceAdmin =
    [
        "addParticipant", "createConversation", "deleteAnyMessage", "deleteConversation", "editAnyMessage", "editAnyMessageAttributes",
        "editAnyUserInfo", "editConversationAttributes", "editConversationName", "joinConversation", "removeParticipant",
    ];

    private static readonly string[] ServiceUser = ["createConversation", "editOwnUserInfo", "joinConversation"];

    private static readonly string[] ChannelAdmin =
    [
        "addParticipant", "deleteAnyMessage", "deleteConversation", "editAnyMessage", "editAnyMessageAttributes",
        "editConversationAttributes", "editConversationName", "leaveConversation", "removeParticipant", "sendMediaMessage", "sendMessage",
    ];

    private static readonly string[] ChannelUser =
    [
        "deleteOwnMessage", "editOwnMessage", "editOwnMessageAttributes", "leaveConversation", "sendMediaMessage", "sendMessage",
    ];

    public static Service Make(string sid, string friendlyName, DateTimeOffset created, SeededRandom roleSids)
    {
        Role Give(RoleType type, string name, string[] permissions) => new()
        {
            Sid = roleSids.Hex32("RL"),
            FriendlyName = name,
            Type = type,
            Permissions = permissions,
            DateCreated = created,
            DateUpdated = created,
        };

        var serviceAdmin = Give(RoleType.Service, "service admin", ServiceAdmin);
        var serviceUser = Give(RoleType.Service, "service user", ServiceUser);
        var channelAdmin = Give(RoleType.Conversation, "channel admin", ChannelAdmin);
        var channelUser = Give(RoleType.Conversation, "channel user", ChannelUser);
        var service = new Service
        {
            Sid = sid,
            FriendlyName = friendlyName,
            DateCreated = created,
            DateUpdated = created,
            Configuration = new ServiceConfiguration
            {
                ConversationCreatorRole = channelAdmin,
                ConversationRole = channelUser,
                ServiceRole = serviceUser,
            },
        };
        service.Roles.Fill([serviceAdmin, serviceUser, channelAdmin, channelUser]);
        return service;
    }
}
