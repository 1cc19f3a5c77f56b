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

namespace ConversationsAdmin.Module.Commands.Twilio;

/// <summary>Lists the push bindings of a service, or fetches those that are named.</summary>
[Cmdlet(VerbsCommon.Get, "ConvBinding", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Binding))]
public sealed class GetConvBindingCommand : GetInServiceCmdlet<Binding>
{
    /// <summary>The push bindings to fetch: BS and 32 hexadecimal digits each.</summary>
    // In every set, because PowerShell would bind a piped object to the list's set, which the service satisfies already.
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Identifier]
    public string[] BindingSid { get; set; } = [];

    /// <summary>Only bindings of these push technologies: apn, gcm, fcm, twilsock.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(BindingTypeCompleter))]
    public string[]? BindingType { get; set; }

    /// <summary>Only bindings of the users with these identities.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public string[]? Identity { get; set; }

    private protected override ResourceIdentity Resource => ResourceIdentity.Binding;

    private protected override Operation ListOperation => BindingResource.List;

    private protected override Operation? FetchOperation => BindingResource.Fetch;

    private protected override IEnumerable<object> Named => BindingSid;

    private protected override bool Lists => BindingSid.Length == 0;

    private protected override Binding Read(JsonElement json, ResourceOrigin origin) => BindingResource.Read(json, origin);

    // What does not match is not written, whoever sent it, because a removal may follow.
    private protected override bool IsWanted(Binding binding) =>
        (BindingType is null || BindingType.Any(type => type.Trim().Equals(binding.BindingType, StringComparison.OrdinalIgnoreCase)))
        && (Identity is null || Identity.Contains(binding.Identity, StringComparer.OrdinalIgnoreCase));
}
