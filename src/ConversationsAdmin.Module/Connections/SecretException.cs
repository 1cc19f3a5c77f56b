using System.Management.Automation;

namespace ConversationsAdmin.Module.Connections;

/// <summary>A secret can't be had from a vault, or is none to sign in with. The message never holds it.</summary>
internal sealed class SecretException(string errorId, ErrorCategory category, string message, Exception? cause = null) : InvalidOperationException(message, cause)
{
    internal string ErrorId => errorId;

    internal ErrorCategory Category => category;
}
