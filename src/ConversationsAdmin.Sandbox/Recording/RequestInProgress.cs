namespace ConversationsAdmin.Sandbox.Recording;

internal sealed class RequestInProgress(SandboxRequest received)
{
    public SandboxRequest Received { get; } = received;

    public string? Body { get; set; }

    public int? Status { get; set; }

    public bool Cancelled { get; set; }

    public SandboxRequest Snapshot() => Received with { Body = Body, Status = Status, Cancelled = Cancelled };
}
