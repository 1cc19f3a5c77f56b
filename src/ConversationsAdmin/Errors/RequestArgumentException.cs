namespace ConversationsAdmin;

/// <summary>An argument that no request was made for, because the provider would refuse it or, worse, take it for something else.</summary>
public sealed class RequestArgumentException : ArgumentException
{
    /// <summary>Creates the error.</summary>
    /// <param name="parameter">The wire name of the parameter.</param>
    /// <param name="message">What is wrong, and what to give instead.</param>
    public RequestArgumentException(string parameter, string message)
        : base(message) => Parameter = parameter;

    /// <summary>The wire name of the parameter, such as <c>Timers.Inactive</c>.</summary>
    public string Parameter { get; }
}
