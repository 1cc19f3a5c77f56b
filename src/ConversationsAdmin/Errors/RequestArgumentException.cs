using System.Globalization;

namespace ConversationsAdmin;

/// <summary>An argument that no request was made for, because the provider would refuse it or, worse, take it for something else.</summary>
public sealed class RequestArgumentException : ArgumentException
{
    private readonly string? subject;
    private readonly FormattableString? problem;

    /// <summary>Creates the error.</summary>
    /// <param name="parameter">The wire name of the parameter.</param>
    /// <param name="message">What is wrong, and what to give instead.</param>
    public RequestArgumentException(string parameter, string message)
        : base(message) => Parameter = parameter;

    private RequestArgumentException(string parameter, string subject, FormattableString problem, Func<string, string> nameOf)
        : base($"{nameOf(subject)}: {Compose(problem, nameOf)}")
    {
        Parameter = parameter;
        this.subject = subject;
        this.problem = problem;
    }

    /// <summary>The wire name of the parameter, such as <c>Timers.Inactive</c>.</summary>
    public string Parameter { get; }

    /// <summary>The error about a parameter, whose message begins with its name.</summary>
    /// <param name="parameter">The wire name of the parameter.</param>
    /// <param name="problem">What is wrong, and what to give instead. Other parameters in it are <see cref="WireNames"/>.</param>
    /// <param name="subject">What the message calls the parameter, if not by its wire name.</param>
    internal static RequestArgumentException About(string parameter, FormattableString problem, string? subject = null) =>
        new(parameter, subject ?? parameter, problem, name => name);

    /// <summary>The same error for somebody who knows the parameters by other names than those of the wire.</summary>
    /// <param name="nameOf">The name for a wire name.</param>
    internal RequestArgumentException Naming(Func<string, string> nameOf) =>
        problem is null ? this : new(Parameter, subject!, problem, nameOf);

    private static string Compose(FormattableString problem, Func<string, string> nameOf) => string.Format(
        CultureInfo.InvariantCulture,
        problem.Format,
        [.. problem.GetArguments().Select(argument => argument is WireNames wire ? string.Join(wire.Separator, wire.Names.Select(nameOf)) : argument)]);
}
