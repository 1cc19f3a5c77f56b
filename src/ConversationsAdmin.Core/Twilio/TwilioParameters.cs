using ConversationsAdmin.Core.Operations;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>Parameters that several resources of Twilio Conversations take.</summary>
internal static class TwilioParameters
{
    internal const string PageSizeName = "PageSize";
    internal const int MaxIdentityLength = 256;
    internal const int MaxAddressLength = 256;
    internal const int MaxWebhookUrlLength = 512;

    internal static readonly OperationParameter Service = new SidParameter("ChatServiceSid", In.Path, SidKind.Service) { Required = true };
    internal static readonly OperationParameter Conversation = new SidParameter("ConversationSid", In.Path, SidKind.Conversation) { Required = true };
    internal static readonly OperationParameter WebhookEnabled = new BooleanParameter("X-Twilio-Webhook-Enabled", In.Header);
    internal static readonly OperationParameter Page = new IntegerParameter("Page", In.Query, 0);
    internal static readonly OperationParameter PageToken = new TextParameter("PageToken", In.Query);
    internal static readonly OperationParameter DateCreated = new DateParameter("DateCreated", In.Body);
    internal static readonly OperationParameter DateUpdated = new DateParameter("DateUpdated", In.Body);
    internal static readonly OperationParameter RoleSid = new SidParameter("RoleSid", In.Body, SidKind.Role);

    internal static OperationParameter PageSize(int maximum) => new IntegerParameter(PageSizeName, In.Query, 1, maximum);
}
