namespace ConversationsAdmin;

/// <summary>How many items of a plan are in one state and of one age.</summary>
/// <param name="State">The state; blank where the provider has none.</param>
/// <param name="Age">The age when the plan was made, by the last activity that is known, such as <c>90 to 180 days</c>.</param>
/// <param name="Count">How many.</param>
public sealed record CleanupPlanCount(string State, string Age, int Count);
