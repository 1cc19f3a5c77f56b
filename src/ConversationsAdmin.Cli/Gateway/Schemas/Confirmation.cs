using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Cli.Gateway.Schemas;

/// <summary>By what a caller confirms that something is destroyed.</summary>
/// <param name="Always">True when every call of the operation destroys something; false when only the final choice of a field does.</param>
/// <param name="Description">What to give, and when.</param>
internal sealed record Confirmation(bool Always, string Description)
{
    /// <summary>What an operation needs; null when it never destroys anything.</summary>
    internal static Confirmation? Of(Operation operation)
    {
        if (operation.Path[(operation.Path.LastIndexOf('/') + 1)..] is not ['{', .. var identifier, '}'])
        {
            return null;
        }

        var must = $"It must be equal to {identifier}, the identifier of what is destroyed.";
        return operation.Destructive ? new(Always: true, $"Confirms that it is destroyed for good. {must}")
            : operation.Parameters.Select(parameter => parameter.FinalWhen).OfType<string>().ToArray() is [_, ..] cases
            ? new(Always: false, $"Needed when {string.Join(", or ", cases)}, which can't be taken back. {must}")
            : null;
    }
}
