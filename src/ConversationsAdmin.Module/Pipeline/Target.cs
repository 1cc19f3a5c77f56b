using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Module.Pipeline;

/// <summary>Something that a command acts on.</summary>
/// <param name="Connection">The connection to use.</param>
/// <param name="Address">The identifiers on the way to it, with its own.</param>
/// <param name="Name">Its identifier or name.</param>
/// <param name="Description">What a question calls it, with what it lies in.</param>
/// <param name="Input">What it was given as.</param>
internal sealed record Target(ConvConnection Connection, ResourceAddress Address, object Name, string Description, object Input)
{
    /// <summary>What a question calls it and where it is.</summary>
    internal string Place => $"{Description} at {Account.Of(Connection)}";
}
