using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Telnyx.Errors;

/// <summary>A refusal in one of the provider's three shapes. Status and code are the provider's, the wording is ours.</summary>
internal abstract class Refusal(string message) : Exception(message)
{
    public abstract Answer ToAnswer();
}
