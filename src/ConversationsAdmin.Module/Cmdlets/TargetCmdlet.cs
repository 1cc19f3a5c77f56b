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

    private protected TargetCmdlet()
    {
    }

    /// <summary>Reads an object from the pipeline; null when it is refused, which is written as its error.</summary>
    private protected PipedResource? ReadPiped(PSObject input, ResourceIdentity wanted)
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
    private protected ConvConnection ConnectionOf(PipedResource piped, object input)
    {
        var connection = ConnectionIsExplicit ? ResolveConnection()
            : piped.ConnectionName is { } name ? Resolve(new ConnectionReference(name), input)
            : DefaultConnection();
        if (piped.AccountSid is { } account && account != connection.AccountSid)
        {
            Terminate(ErrorRecords.WrongTarget(
                $"{piped.Identifier} came from account {account}, but the connection '{connection.Name}' is to {connection.AccountSid}. Connect to the account that it came from.",
                input));
        }

        if (piped.AccountSid is null && piped.ConnectionName is { } origin && !origin.Equals(connection.Name, StringComparison.OrdinalIgnoreCase))
        {
            Terminate(ErrorRecords.WrongTarget(
                $"{piped.Identifier} came through the connection '{origin}', and does not say from which account, so '{connection.Name}' is not used for it.",
                input));
        }

        return connection;
    }

    /// <summary>What a piped object belongs to, which must be what the command line says, if that says it.</summary>
    private protected string? ParentOf(PipedResource piped, string property, string? explicitValue, object input)
    {
        if (explicitValue is not null && piped[property] is { } own && own != explicitValue)
        {
            Terminate(ErrorRecords.WrongTarget(
                $"{piped.Identifier} belongs to {own}, but -{property} says {explicitValue}. Leave -{property} out, or pipe what belongs there.",
                input));
        }

        return piped[property] ?? explicitValue;
    }

    /// <summary>Refuses objects from the pipeline where the targets are named already: they would be passed over, and the named repeated for each.</summary>
    private protected void RefusePiped(string parameter, bool isNamed)
    {
        if (isNamed && MyInvocation.ExpectingInput)
        {
            Terminate(ErrorRecords.WrongTarget($"-{parameter} names the targets, and others come down the pipeline. Give one of the two.", target: null));
        }
    }

    /// <summary>Checks every identifier of the command line before anything is done with the first.</summary>
    private protected void CheckIdentifiers(SidKind kind, string parameter, IReadOnlyCollection<string> identifiers)
    {
        RefusePiped(parameter, identifiers.Count > 0);
        foreach (var identifier in identifiers.Where(identifier => !kind.Matches(identifier)))
        {
            Terminate(ErrorRecords.InvalidIdentifier($"{parameter}: {kind.Explain(identifier)}", identifier));
        }
    }
}
