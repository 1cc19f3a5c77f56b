using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Telnyx;

namespace ConversationsAdmin.Module.Commands.Telnyx;

/// <summary>Creates a Telnyx AI conversation. Each creation carries a key of its own, so that a retry can't make two.</summary>
[Cmdlet(VerbsCommon.New, "TelnyxConversation", SupportsShouldProcess = true)]
[OutputType(typeof(TelnyxConversation))]
public sealed class NewTelnyxConversationCommand : SendCmdlet<TelnyxConversation>
{
    /// <summary>The name that people read.</summary>
    [Parameter(Position = 0)]
    [NotNullText]
    public string? Name { get; set; }

    /// <summary>The metadata as a hashtable, an object or JSON text. With ai_disabled = $true the assistant does not answer.</summary>
    [Parameter]
    [Json]
    [NotNullText]
    public string? Metadata { get; set; }

    /// <summary>
    /// The key by which the provider knows a repetition for 24 hours: 1 to 255 letters, digits, _, : or -. The default is a new one.
    /// Give your own to run a script again without making its conversations again.
    /// </summary>
    [Parameter]
    [Alias("Idempotency-Key")]
    [NotNullText]
    public string? IdempotencyKey { get; set; }

    private protected override string Activity => "Creating conversations";

    private protected override Operation Operation => TelnyxConversationResource.Create;

    private protected override TelnyxConversation Read(JsonElement json, ResourceOrigin origin) => TelnyxConversationResource.Read(json, origin);

    private protected override object? ExplicitParent(string identifier) => null;

    /// <inheritdoc/>
    protected override void ProcessRecord() => CreateOne(
        ResourceIdentity.TelnyxConversation, Name is { } name ? $"Create the conversation '{name}'" : "Create a conversation", Name);
}
