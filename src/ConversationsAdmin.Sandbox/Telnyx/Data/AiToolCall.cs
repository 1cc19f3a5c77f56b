namespace ConversationsAdmin.Sandbox.Telnyx.Data;

internal sealed record AiToolCall(string Id, string Function, string Arguments);
