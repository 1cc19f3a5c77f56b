namespace ConversationsAdmin.Cli.Gateway.Calls;

/// <summary>The gateway itself does not do what is asked for. Nothing was sent.</summary>
/// <param name="status">The HTTP status that says so.</param>
/// <param name="code">A stable word for programs, such as <c>confirm_missing</c>.</param>
/// <param name="message">What is refused, and what to do.</param>
internal sealed class CallRefusedException(int status, string code, string message) : Exception(message)
{
    internal int Status { get; } = status;

    internal string Code { get; } = code;
}
