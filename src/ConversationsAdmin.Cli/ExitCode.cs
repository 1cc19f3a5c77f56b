namespace ConversationsAdmin.Cli;

/// <summary>What the exit codes of <c>conv</c> mean.</summary>
internal static class ExitCode
{
    internal const int AllDone = 0;
    internal const int SomeFailed = 1;
    internal const int BadArguments = 2;
    internal const int NotAuthorised = 3;
    internal const int Interrupted = 130;
}
