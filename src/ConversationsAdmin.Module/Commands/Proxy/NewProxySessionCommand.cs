using System.Management.Automation;
using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Commands.Proxy;

/// <summary>Creates a session in a Twilio Proxy service. Proxy is a beta that is closed to new customers.</summary>
[Cmdlet(VerbsCommon.New, "ProxySession", SupportsShouldProcess = true)]
[OutputType(typeof(ProxySession))]
public sealed class NewProxySessionCommand : SendProxySessionCmdlet
{
    /// <summary>The application's own name, unique in the service, at most 191 characters. Put nothing personal into it.</summary>
    [Parameter(Position = 0)]
    [NotNullText]
    public string? UniqueName { get; set; }

    /// <summary>
    /// The participants, at most two, each as a hashtable, an object or JSON text with Identifier, and if need be FriendlyName, ProxyIdentifier and ProxyIdentifierSid.
    /// </summary>
    [Parameter]
    [Alias("Participants")]
    [JsonList]
    public string[]? Participant { get; set; }

    /// <summary>message-only, voice-only or voice-and-message, which is the default.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProxyModeCompleter))]
    public string? Mode { get; set; }

    /// <summary>The status to begin with: open, which is the default, in-progress, closed, failed or unknown.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProxyStatusCompleter))]
    public string? Status { get; set; }

    private protected override string Activity => "Creating sessions";

    private protected override Operation Operation => ProxySessionResource.Create;

    private protected override ProxySession Read(JsonElement json, ResourceOrigin origin) => ProxySessionResource.Read(json, origin);

    /// <inheritdoc/>
    protected override void ProcessRecord() => CreateOne(
        ResourceIdentity.ProxySession, UniqueName is { } name ? $"Create the session '{name}'" : "Create a session", UniqueName, nameof(ProxyServiceSid), ProxyServiceSid);
}
