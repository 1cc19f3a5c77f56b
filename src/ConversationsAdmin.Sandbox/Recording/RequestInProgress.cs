namespace ConversationsAdmin.Sandbox.Recording;

internal sealed class RequestInProgress(SandboxRequest received)
{
    public SandboxRequest Received { get; } = received;

    public string? Body { get; set; }

    public int? Status { get; set; }

    public bool Cancelled { get; set; }

    public SandboxFault? Fault { get; set; }

    /// <summary>Whether what is above is final.</summary>
    public bool Ended { get; set; }

    public SandboxRequest Snapshot() => Ended
        ? Received with { Body = Body, Status = Status, Cancelled = Cancelled, Fault = Fault }
        : Received with { Body = Body };
}
