namespace ConversationsAdmin.Module.Pipeline;

/// <summary>What came down the pipeline is not what the command acts on.</summary>
internal sealed class WrongTargetException(string message) : ArgumentException(message);
