namespace ConversationsAdmin.Bench.Kill;

/// <summary>How often a clean-up is killed, and of how much.</summary>
/// <param name="Conv">The built <c>conv.dll</c>.</param>
/// <param name="Conversations">About how many conversations there are to remove.</param>
/// <param name="Kills">How often it is killed; the first time while it plans.</param>
/// <param name="Seed">What the moments come from.</param>
/// <param name="LatencyMilliseconds">How long the server holds each answer back after it acted, so that a kill finds something in flight.</param>
internal sealed record KillOptions(string Conv, int Conversations, int Kills, int Seed, int LatencyMilliseconds);
