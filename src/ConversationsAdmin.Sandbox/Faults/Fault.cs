namespace ConversationsAdmin.Sandbox.Faults;

/// <summary>A refusal that is given instead of acting, in the terms of whichever provider gives it.</summary>
internal abstract record Fault(SandboxFault Kind)
{
    /// <summary>Too many requests.</summary>
    public sealed record Throttled() : Fault(SandboxFault.Throttled);

    /// <summary>Something that broke on the provider's side.</summary>
    public sealed record ServerError() : Fault(SandboxFault.ServerError);

    /// <summary>A provider that takes no requests for now.</summary>
    public sealed record Unavailable() : Fault(SandboxFault.Unavailable);

    /// <summary>What FailWith asks for; without a status, the one that goes with the code.</summary>
    public sealed record Planned(string Code, int? Status) : Fault(SandboxFault.Planned);
}
