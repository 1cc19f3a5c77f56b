using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Module.Completers;
using ConversationsAdmin.Module.Values;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the fields of a Proxy session, which creating and updating share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendProxySessionCmdlet : SendCmdlet<ProxySession>
{
    private protected SendProxySessionCmdlet()
    {
    }

    /// <summary>The Proxy service: KS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProxyServiceSidCompleter))]
    [Identifier]
    public string? ProxyServiceSid { get; set; }

    /// <summary>The whole seconds after which the session expires, from its creation or its last interaction. -DateExpiry overrides it.</summary>
    [Parameter]
    [WholeNumber]
    [ValidateRange(0, int.MaxValue)]
    public int Ttl { get; set; }

    /// <summary>When the session expires. Without a zone it is UTC.</summary>
    [Parameter]
    [UtcDate]
    public DateTimeOffset? DateExpiry { get; set; }

    /// <summary>Whether the provider refuses what would make a pair of numbers active in two sessions at once. Left out, the account decides.</summary>
    [Parameter]
    public bool? FailOnParticipantConflict { get; set; }

    private protected override object? ExplicitParent(string identifier) => identifier == nameof(ProxyServiceSid) ? ProxyServiceSid : null;
}
