namespace ConversationsAdmin.Sandbox.Faults;

/// <summary>A refusal that is given instead of acting, in the terms of whichever provider gives it.</summary>
internal abstract record Fault
{
    /// <summary>Too many requests.</summary>
    public sealed record Throttled : Fault;

    /// <summary>Something that broke on the provider's side.</summary>
    public sealed record ServerError : Fault;

    /// <summary>What FailWith asks for; without a status, the one that goes with the code.</summary>
    public sealed record Planned(string Code, int? Status) : Fault;
}
