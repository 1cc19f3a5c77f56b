using ConversationsAdmin.Core.Operations;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>Parameters that several resources of Twilio Conversations take.</summary>
internal static class TwilioParameters
{
    internal const string PageSizeName = "PageSize";
    internal const int DefaultPageSize = 50;
    internal const int MaxIdentityLength = 256;
    internal const int MaxAddressLength = 256;
    internal const int MaxWebhookUrlLength = 512;

    internal static readonly OperationParameter Service = new SidParameter("ChatServiceSid", In.Path, SidKind.Service) { Required = true };
    internal static readonly OperationParameter Conversation = new SidParameter("ConversationSid", In.Path, SidKind.Conversation) { Required = true };
    internal static readonly OperationParameter WebhookEnabled = new BooleanParameter("X-Twilio-Webhook-Enabled", In.Header)
    {
        Description = "Whether the request fires webhooks; without it a request by REST fires none.",
    };
    internal static readonly OperationParameter Page = new IntegerParameter("Page", In.Query, 0)
    {
        Description = "The number of the page as next_page_url of the page before has it; it only keeps count.",
    };
    internal static readonly OperationParameter PageToken = new TextParameter("PageToken", In.Query)
    {
        Description = "Where the page begins, as next_page_url of the page before has it.",
    };
    internal static readonly OperationParameter DateCreated = new DateParameter("DateCreated", In.Body)
    {
        Description = "When it was created, in UTC; it may be given for what is imported.",
    };
    internal static readonly OperationParameter DateUpdated = new DateParameter("DateUpdated", In.Body)
    {
        Description = "When it was last changed, in UTC; it may be given for what is imported.",
    };
    internal static readonly OperationParameter RoleSid = new SidParameter("RoleSid", In.Body, SidKind.Role)
    {
        Description = "The role to assign: of type conversation for a participant, of type service for a user.",
    };

    internal static readonly OperationParameter FriendlyName = new TextParameter("FriendlyName", In.Body, MaxLength: 256)
    {
        Description = "The name that people see.",
    };
    internal static readonly OperationParameter LastReadMessageIndex = new IntegerParameter("LastReadMessageIndex", In.Body, 0)
    {
        Description = "The index of the last message that was read.",
    };
    internal static readonly OperationParameter LastReadTimestamp = new DateParameter("LastReadTimestamp", In.Body)
    {
        Description = "When the last message was read, in UTC.",
    };

    internal static OperationParameter Attributes(int maxKilobytes) => new JsonTextParameter("Attributes", In.Body, maxKilobytes * 1024)
    {
        Description = $"Your own data as the text of JSON, of at most {maxKilobytes} KB; it replaces all that was there.",
    };

    internal static OperationParameter PageSize(int maximum) => new IntegerParameter(PageSizeName, In.Query, 1, maximum)
    {
        Description = $"The most rows on the page; the provider's default is {Math.Min(DefaultPageSize, maximum)}.",
    };
}
