using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Updates the push notification settings of services.</summary>
[Cmdlet(VerbsCommon.Set, "ConvServiceNotification", SupportsShouldProcess = true, DefaultParameterSetName = SidSet)]
[OutputType(typeof(ServiceNotification))]
public sealed class SetConvServiceNotificationCommand : SetOfServiceCmdlet<ServiceNotification>
{
    /// <summary>Whether notifications are logged.</summary>
    [Parameter]
    public bool? LogEnabled { get; set; }

    /// <summary>Whether a new message is notified of.</summary>
    [Parameter]
    [Alias("NewMessage.Enabled")]
    public bool? NewMessageEnabled { get; set; }

    /// <summary>What the notification of a new message says.</summary>
    [Parameter]
    [Alias("NewMessage.Template")]
    [NotNullText]
    public string? NewMessageTemplate { get; set; }

    /// <summary>The sound that the device plays for a new message.</summary>
    [Parameter]
    [Alias("NewMessage.Sound")]
    [NotNullText]
    public string? NewMessageSound { get; set; }

    /// <summary>Whether the badge counts new messages.</summary>
    [Parameter]
    [Alias("NewMessage.BadgeCountEnabled")]
    public bool? NewMessageBadgeCountEnabled { get; set; }

    /// <summary>Whether somebody who is added to a conversation is notified of it.</summary>
    [Parameter]
    [Alias("AddedToConversation.Enabled")]
    public bool? AddedToConversationEnabled { get; set; }

    /// <summary>What the notification of being added says.</summary>
    [Parameter]
    [Alias("AddedToConversation.Template")]
    [NotNullText]
    public string? AddedToConversationTemplate { get; set; }

    /// <summary>The sound that the device plays for being added.</summary>
    [Parameter]
    [Alias("AddedToConversation.Sound")]
    [NotNullText]
    public string? AddedToConversationSound { get; set; }

    /// <summary>Whether somebody who is removed from a conversation is notified of it.</summary>
    [Parameter]
    [Alias("RemovedFromConversation.Enabled")]
    public bool? RemovedFromConversationEnabled { get; set; }

    /// <summary>What the notification of being removed says.</summary>
    [Parameter]
    [Alias("RemovedFromConversation.Template")]
    [NotNullText]
    public string? RemovedFromConversationTemplate { get; set; }

    /// <summary>The sound that the device plays for being removed.</summary>
    [Parameter]
    [Alias("RemovedFromConversation.Sound")]
    [NotNullText]
    public string? RemovedFromConversationSound { get; set; }

    /// <summary>Whether a new message with files is notified of.</summary>
    [Parameter]
    [Alias("NewMessage.WithMedia.Enabled")]
    public bool? NewMessageWithMediaEnabled { get; set; }

    /// <summary>What the notification of a new message with files says.</summary>
    [Parameter]
    [Alias("NewMessage.WithMedia.Template")]
    [NotNullText]
    public string? NewMessageWithMediaTemplate { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.ServiceNotification;

    private protected override Operation Operation => ServiceNotificationResource.Update;

    private protected override ServiceNotification Read(JsonElement json, ResourceOrigin origin) => ServiceNotificationResource.Read(json, origin);
}
