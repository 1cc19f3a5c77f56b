namespace ConversationsAdmin.Bench.Gateway;

/// <summary>What clients that nobody would want did.</summary>
/// <param name="HungUp">How many asked and went away.</param>
/// <param name="Refused">How many bodies were not taken.</param>
/// <param name="Bodies">How many were sent.</param>
internal sealed record Disturbances(int HungUp, int Refused, int Bodies);
