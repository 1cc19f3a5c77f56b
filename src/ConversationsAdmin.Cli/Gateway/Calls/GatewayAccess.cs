using System.Text.RegularExpressions;
using ConversationsAdmin.Core.Operations;
using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Cli.Gateway.Calls;

/// <summary>What the gateway was started to allow: reading always, writing and destroying only when it was told so.</summary>
/// <param name="Write">Whether operations that change something are carried out.</param>
/// <param name="Destroy">Whether operations that destroy something are carried out.</param>
internal sealed partial record GatewayAccess(bool Write, bool Destroy)
{
    internal const string AllowWrite = "--allow-write";
    internal const string AllowDestructive = "--allow-destructive";

    /// <summary>The option without which the gateway refuses every call of an operation; null when it does not.</summary>
    internal string? MissingFor(Operation operation) =>
        operation.Destructive ? (Destroy ? null : AllowDestructive)
        : operation.ReadOnly || Write ? null
        : AllowWrite;

    /// <summary>Refuses what was not allowed at the start, and what destroys something that the caller did not name twice.</summary>
    /// <exception cref="CallRefusedException">It is refused.</exception>
    internal void Check(OperationRequest request, string? confirm)
    {
        var operation = request.Operation;
        if (operation is { ReadOnly: false, Destructive: false })
        {
            CheckWrite(operation.Title);
        }

        if (DestroyedBy(request) is { } identifier)
        {
            CheckDestruction(Finality(request) is { } final ? $"{operation.Title} with {final}" : operation.Title, identifier, confirm);
        }
    }

    /// <summary>Refuses to change something when that was not allowed at the start.</summary>
    /// <param name="what">What would change it, as a sentence begins with it.</param>
    /// <exception cref="CallRefusedException">It is refused.</exception>
    internal void CheckWrite(string what)
    {
        if (!Write)
        {
            throw new CallRefusedException(
                StatusCodes.Status403Forbidden, "write_not_allowed", $"{what} changes something, and this gateway was started without {AllowWrite}. Nothing was sent.");
        }
    }

    /// <summary>Refuses to destroy what was not allowed at the start, or what the caller did not name once more.</summary>
    /// <param name="what">What would destroy it, as a sentence begins with it.</param>
    /// <param name="identifier">What would be destroyed.</param>
    /// <param name="confirm">What the caller gave to confirm it.</param>
    /// <exception cref="CallRefusedException">It is refused.</exception>
    internal void CheckDestruction(string what, string identifier, string? confirm)
    {
        if (!Destroy)
        {
            throw new CallRefusedException(
                StatusCodes.Status403Forbidden, "destructive_not_allowed", $"{what} can't be taken back, and this gateway was started without {AllowDestructive}. Nothing was sent.");
        }

        if (confirm is null)
        {
            throw new CallRefusedException(
                StatusCodes.Status428PreconditionRequired,
                "confirm_missing",
                $"{what} can't be taken back. Repeat the call with confirm (over REST: the header Confirm) equal to {identifier}, so that it is surely meant. Nothing was sent.");
        }

        // A header does not take every letter, and so may have the name as the path has it.
        if (confirm != identifier && Uri.UnescapeDataString(confirm) != identifier)
        {
            throw new CallRefusedException(
                StatusCodes.Status412PreconditionFailed,
                "confirm_mismatch",
                $"confirm is '{confirm}', and the call is about {identifier}, which would be gone for good. They must be equal. Nothing was sent.");
        }
    }

    /// <summary>What a call destroys for good; null when it destroys nothing.</summary>
    internal static string? DestroyedBy(OperationRequest request) =>
        request.Operation.Destructive || Finality(request) is not null ? LastSegment(request.Path) : null;

    // A state that is final, on a resource that is there already.
    private static string? Finality(OperationRequest request) => !EndsWithParameter().IsMatch(request.Operation.Path) ? null : request.Operation.Parameters
        .Where(parameter => request.Value(parameter.Name) is { } text && parameter.IsFinal(text))
        .Select(parameter => $"{parameter.Name} {request.Value(parameter.Name)}")
        .FirstOrDefault();

    private static string LastSegment(string path) => Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);

    [GeneratedRegex(@"\}\z")]
    private static partial Regex EndsWithParameter();
}
