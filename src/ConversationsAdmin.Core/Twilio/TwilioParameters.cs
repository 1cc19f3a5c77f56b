using ConversationsAdmin.Core.Operations;
using In = ConversationsAdmin.Core.Operations.ParameterLocation;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>Parameters that several resources of Twilio Conversations take.</summary>
internal static class TwilioParameters
{
    internal const int MaxPageSize = 100;

    internal const string WebhookHeader = "X-Twilio-Webhook-Enabled";

    internal static readonly OperationParameter Service = new SidParameter("ChatServiceSid", In.Path, SidKind.Service) { Required = true };
    internal static readonly OperationParameter Conversation = new SidParameter("ConversationSid", In.Path, SidKind.Conversation) { Required = true };
    internal static readonly OperationParameter WebhookEnabled = new BooleanParameter(WebhookHeader, In.Header);
    internal static readonly OperationParameter PageSize = new IntegerParameter("PageSize", In.Query, 1, MaxPageSize);
    internal static readonly OperationParameter Page = new IntegerParameter("Page", In.Query, 0);
    internal static readonly OperationParameter PageToken = new TextParameter("PageToken", In.Query);
    internal static readonly OperationParameter DateCreated = new DateParameter("DateCreated", In.Body);
    internal static readonly OperationParameter DateUpdated = new DateParameter("DateUpdated", In.Body);
}
