using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the fields of a conversation, which creating and updating share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendConversationCmdlet : SendDatedCmdlet<Conversation>
{
    private protected SendConversationCmdlet()
    {
    }

    /// <summary>The name that people read, at most 256 characters.</summary>
    [Parameter]
    [NotNullText]
    public string? FriendlyName { get; set; }

    /// <summary>The application's own name, unique in the service.</summary>
    [Parameter]
    [NotNullText]
    public string? UniqueName { get; set; }

    /// <summary>The messaging service to use: MG and 32 hexadecimal digits.</summary>
    [Parameter]
    [NotNullText]
    public string? MessagingServiceSid { get; set; }

    /// <summary>active, inactive or closed. Closing is final.</summary>
    [Parameter]
    [NotNullText]
    [ArgumentCompleter(typeof(StateCompleter))]
    public string? State { get; set; }

    /// <summary>How long until the conversation becomes inactive: at least PT1M, or PT0S to switch it off. A TimeSpan, ISO 8601 or hh:mm:ss.</summary>
    [Parameter]
    [Alias("Timers.Inactive")]
    [Duration]
    public TimeSpan? TimersInactive { get; set; }

    /// <summary>How long until the conversation is closed for good, which nobody is asked about then: at least PT10M, or PT0S to switch it off. A TimeSpan, ISO 8601 or hh:mm:ss.</summary>
    [Parameter]
    [Alias("Timers.Closed")]
    [Duration]
    public TimeSpan? TimersClosed { get; set; }

    /// <summary>The address that outbound email of the conversation comes from.</summary>
    [Parameter]
    [Alias("Bindings.Email.Address")]
    [NotNullText]
    public string? BindingsEmailAddress { get; set; }

    /// <summary>The name that outbound email of the conversation comes from.</summary>
    [Parameter]
    [Alias("Bindings.Email.Name")]
    [NotNullText]
    public string? BindingsEmailName { get; set; }
}
