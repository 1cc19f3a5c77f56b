namespace ConversationsAdmin.Bench;

/// <summary>A figure that could not be taken; the message is for the person who asked for it.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
