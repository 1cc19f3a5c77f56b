using System.ComponentModel;
using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Pipeline;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds the finding of targets: that what comes down the pipeline is what the cmdlet acts on, and of the account that it came from.</summary>
/// <typeparam name="TItem">What is worked on at once.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TargetCmdlet<TItem, TResult> : ParallelCmdlet<TItem, TResult>
{
    private protected const string SidSet = "Sid";
    private protected const string InputSet = "InputObject";
    private protected const string UniqueNameSet = "UniqueName";
    private protected const string IdentitySet = "Identity";

    private protected TargetCmdlet()
    {
    }

    /// <summary>What the command line says of what the targets belong to; null when it says nothing.</summary>
    private protected abstract object? ExplicitParent(string identifier);

    /// <summary>The targets that the command line names, by identifiers or as alternate names.</summary>
    private protected IEnumerable<Target> NamedTargets(ResourceIdentity resource, IEnumerable<object> names)
    {
        foreach (var name in names)
        {
            var connection = ResolveConnection();
            yield return TargetAt(connection, resource, name, input: name, ExplicitParent);
        }
    }

    /// <summary>The targets among objects from the pipeline. What is refused is written as its error.</summary>
    private protected IEnumerable<Target> PipedTargets(ResourceIdentity resource, IEnumerable<PSObject> inputs)
    {
        foreach (var input in inputs)
        {
            if (ReadPiped(input, resource) is { } piped)
            {
                if (input.BaseObject is string or Guid)
                {
                    RequireParents(resource, input);
                }
                else if (resource.Parents.FirstOrDefault(ResourceContainer.Is) is { } container && piped[container] is null && ExplicitParent(container) is null)
                {
                    // The default may be another, and there the target would count as gone.
                    WriteItemError(ErrorRecords.InvalidIdentifier($"-{container}: the {resource.ResourceType} {piped.Identifier} does not say of which one it is. Give -{container} too.", input));
                    continue;
                }

                yield return TargetAt(ConnectionOf(piped, input, isOfNothing: resource.Parents is []), resource, piped.Identifier, input, parent => ParentOf(piped, parent, ExplicitParent(parent), input));
            }
        }
    }

    // A text says nothing of what it belongs to, and neither will the next.
    private void RequireParents(ResourceIdentity resource, PSObject text)
    {
        if (resource.Parents.FirstOrDefault(parent => !ResourceContainer.Is(parent) && ExplicitParent(parent) is null) is { } missing)
        {
            Terminate(ErrorRecords.InvalidIdentifier($"-{missing}: a text from the pipeline names a {resource.Noun} alone. Give -{missing} too, or pipe what Get-{resource.ResourceType} writes.", text));
        }
    }

    private Target TargetAt(ConvConnection connection, ResourceIdentity resource, object name, object input, Func<string, object?> parentOf)
    {
        var parents = resource.Parents.Select(parent => (Name: parent, Value: ResourceContainer.Is(parent) ? ContainerOf(connection, parent, (string?)parentOf(parent)) : parentOf(parent))).ToArray();
        return new Target(connection, new ResourceAddress([.. parents, (resource.Identifier, name)]), name, Describe(resource, name, input, parents), input);
    }

    // The nearest parent first: a message of a conversation of a service.
    private string Describe(ResourceIdentity resource, object name, object input, (string Name, object? Value)[] parents) => string.Join(
        " of ",
        [
            ShownName.Write(resource.Noun, name, ShownName.Of(input) ?? Seen.NameOf(resource.Kind, name)),
            .. Enumerable.Reverse(parents).Select(parent => IdentifierKind.ForName(Provider, parent.Name) is { } kind
                ? ShownName.Write(kind.Noun, parent.Value!, Seen.NameOf(kind, parent.Value))
                : $"{parent.Value}"),
        ]);

    /// <summary>Checks what the command line names, before anything is done with the first.</summary>
    private protected void CheckNamed(ResourceIdentity resource, IReadOnlyCollection<object> names)
    {
        RefusePiped(
            names.FirstOrDefault() is AlternateName ? ParameterSetName : resource.Identifier,
            names.Count > 0);
        foreach (var identifier in names.OfType<string>().Where(identifier => !resource.Kind.Matches(identifier)))
        {
            Terminate(ErrorRecords.InvalidIdentifier($"-{resource.Identifier}: {resource.Kind.Explain(identifier)}", identifier));
        }
    }

    // They would be passed over, and the named repeated for each.
    private void RefusePiped(string parameter, bool isNamed)
    {
        if (isNamed && MyInvocation.ExpectingInput)
        {
            Terminate(ErrorRecords.WrongTarget($"-{parameter} names the targets, and others come down the pipeline. Give one of the two.", target: null));
        }
    }

    /// <summary>Reads an object from the pipeline; null when it is refused, which is written as its error.</summary>
    private PipedResource? ReadPiped(PSObject input, ResourceIdentity wanted)
    {
        try
        {
            return PipedResource.Read(input, wanted);
        }
        catch (WrongTargetException exception)
        {
            Terminate(ErrorRecords.WrongTarget(exception.Message, input));
        }
        catch (RequestArgumentException exception)
        {
            WriteItemError(ErrorRecords.InvalidIdentifier(exception.Message, input));
        }

        return null;
    }

    /// <summary>The connection that a piped object came through, or an explicit one to the same account.</summary>
    private ConvConnection ConnectionOf(PipedResource piped, object input, bool isOfNothing)
    {
        if (isOfNothing && !ConnectionIsExplicit && piped is { ConnectionName: null, AccountSid: null } && input is PSObject { BaseObject: not (string or Guid) })
        {
            // The default may be to another account, and there the target would count as gone.
            Terminate(ErrorRecords.WrongTarget($"{piped.Identifier} does not say through which connection it came. Say with -Connection which one to use.", input));
        }

        var connection = ConnectionIsExplicit ? ResolveConnection()
            : piped.ConnectionName is { } name ? Resolve(new ConnectionReference(name), input)
            : DefaultConnection();
        if (piped.AccountSid is { } account && account != connection.AccountSid)
        {
            Terminate(ErrorRecords.WrongTarget(
                $"{piped.Identifier} came from account {account}, but the connection '{connection.Name}' is to {connection.AccountSid ?? $"{connection.Provider}"}. Connect to the account that it came from.",
                input));
        }

        if (piped.AccountSid is null && piped[ResourceContainer.AppId] is null && piped.ConnectionName is { } origin && !origin.Equals(connection.Name, StringComparison.OrdinalIgnoreCase))
        {
            Terminate(ErrorRecords.WrongTarget(
                $"{piped.Identifier} came through the connection '{origin}', and does not say from which account, so '{connection.Name}' is not used for it. Connect with -Name {origin}, or pipe the identifiers as text.",
                input));
        }

        return connection;
    }

    // What a piped object belongs to, which must be what the command line says, if that says it.
    private object? ParentOf(PipedResource piped, string property, object? explicitValue, object input)
    {
        if (explicitValue is not null && piped[property] is { } own && own != explicitValue as string)
        {
            Terminate(ErrorRecords.WrongTarget(
                $"{piped.Identifier} belongs to {own}, but the command line says {explicitValue}. Leave that out, or pipe what belongs there.",
                input));
        }

        return piped[property] ?? explicitValue;
    }
}
