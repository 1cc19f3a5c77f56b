using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Sunshine;

namespace ConversationsAdmin.Module.Commands.Sunshine;

/// <summary>Creates a conversation in a Sunshine app. The first personal one of a user becomes the default, which can't be removed.</summary>
[Cmdlet(VerbsCommon.New, "SunshineConversation", SupportsShouldProcess = true)]
[OutputType(typeof(SunshineConversation))]
public sealed class NewSunshineConversationCommand : SendSunshineConversationCmdlet
{
    /// <summary>personal, with exactly one participant, or sdkGroup, with at most ten.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(SunshineTypeCompleter))]
    public string Type { get; set; } = "";

    /// <summary>
    /// The participants, each as a hashtable, an object or JSON text with userId or userExternalId, and for an sdkGroup with subscribeSDKClient.
    /// </summary>
    [Parameter(Position = 1)]
    [Alias("Participants")]
    [JsonList]
    public string[]? Participant { get; set; }

    private protected override string Activity => "Creating conversations";

    private protected override Operation Operation => SunshineConversationResource.Create;

    private protected override SunshineConversation Read(JsonElement json, ResourceOrigin origin) => SunshineConversationResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord() => CreateOne(
        ResourceIdentity.SunshineConversation,
        DisplayName is { } name ? $"Create the {Type} conversation '{name}'" : $"Create a {Type} conversation",
        DisplayName,
        nameof(AppId),
        AppId);
}
