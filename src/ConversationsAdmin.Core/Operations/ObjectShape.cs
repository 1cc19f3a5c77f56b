using System.Collections.Immutable;

namespace ConversationsAdmin.Core.Operations;

/// <summary>What a JSON object of a provider's answer looks like. Any field may be missing, and others may come.</summary>
/// <param name="Fields">The documented fields.</param>
public sealed record ObjectShape(params ImmutableArray<ShapeField> Fields);
