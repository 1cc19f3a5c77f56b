using System.Management.Automation;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Pipeline;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Errors;

/// <summary>Makes the error records: a stable id, a category that fits, and what to do next.</summary>
internal static class ErrorRecords
{
    private const string InvalidIdentifierId = "InvalidIdentifier";

    internal static ErrorRecord ToErrorRecord(this ProviderException exception, object? target) =>
        new(exception, exception.ErrorId, Category(exception), AsGiven(target));

    internal static ErrorRecord ToErrorRecord(this RequestArgumentException exception, object? target, Operation? operation = null) => new(
        exception.Naming(wireName => ParameterNames.Shown(operation, wireName)),
        IsIdentifier(exception, operation) ? InvalidIdentifierId : "InvalidArgument",
        ErrorCategory.InvalidArgument,
        AsGiven(target));

    internal static ErrorRecord ToErrorRecord(this RunFileException exception) => new(
        exception,
        exception.ErrorId,
        exception.ErrorId switch
        {
            "FileInUse" => ErrorCategory.ResourceBusy,
            "FileNotWritable" => ErrorCategory.WriteError,
            "FileExists" => ErrorCategory.ResourceExists,
            "OtherAccount" or "OtherJournal" => ErrorCategory.InvalidArgument,
            _ => ErrorCategory.InvalidData,
        },
        exception.Path);

    internal static ErrorRecord MayBeDone(string key, bool isCreation, object? target) => new(
        new InvalidOperationException(
            $"{key} was under way when an earlier run of this journal ended, or had no answer; whether it was {(isCreation ? "created" : "changed")} is not known, so it is not sent again. "
            + "Look. Then run the same command with -UnfinishedAction TakeAsDone for what is there, or with -UnfinishedAction Repeat for what is not."),
        "MayBeDone",
        ErrorCategory.InvalidOperation,
        AsGiven(target));

    internal static ErrorRecord NeedsJournal(string parameter) => new(
        new ArgumentException($"-{parameter} is for what an earlier run of a journal began. Give -JournalPath too."),
        "NeedsJournal",
        ErrorCategory.InvalidArgument,
        targetObject: null);

    internal static ErrorRecord OtherProvider(ConvConnection connection, Provider wanted, string cmdlet, object? target) => new(
        new InvalidOperationException(
            $"The connection '{connection.Name}' is to {connection.Provider}, and {cmdlet} works on {wanted}. Name a connection to {wanted} with -Connection, or pipe what comes from there."),
        "OtherProvider",
        ErrorCategory.InvalidArgument,
        target ?? connection.Name);

    internal static ErrorRecord AmbiguousConnection(IEnumerable<ConvConnection> connections) => new(
        new InvalidOperationException(
            $"Several providers are connected: {string.Join(", ", connections.Select(connection => connection.Name))}. Say with -Connection which one is meant."),
        "AmbiguousConnection",
        ErrorCategory.InvalidArgument,
        targetObject: null);

    internal static ErrorRecord NoConnection(Provider? provider, bool othersAreOpen) => new(
        new InvalidOperationException(othersAreOpen
            ? $"No connection{(provider is null ? "" : $" to {provider}")} is the default. Choose one with Select-ConvConnection, or name one with -Connection."
            : $"There is no connection{(provider is null ? "" : $" to {provider}")}. Connect with Connect-ConvProvider -Provider {provider ?? Provider.Twilio}, or try it out with Connect-ConvProvider -Sandbox."),
        "NoConnection",
        ErrorCategory.ConnectionError,
        provider);

    internal static ErrorRecord UnknownConnection(string name, object? target) => new(
        new InvalidOperationException(
            string.IsNullOrWhiteSpace(name)
                ? "The name of the connection is blank. Say with -Connection which one to use; Get-ConvConnection shows them."
                : $"There is no connection named '{name}' in this runspace. Connect with -Name {name}, or say with -Connection which one to use."),
        "UnknownConnection",
        ErrorCategory.ObjectNotFound,
        target ?? name);

    internal static ErrorRecord NoProxyAddress(ConvConnection connection) => new(
        new InvalidOperationException(
            $"The connection '{connection.Name}' has an address of its own for Conversations ({connection.BaseUri}) and none for Proxy, so nothing is sent to Twilio itself. Connect with -ProxyBaseUri too."),
        "NoProxyAddress",
        ErrorCategory.InvalidArgument,
        connection);

    internal static ErrorRecord NoContainer(ConvConnection connection, string container)
    {
        var (id, noun, advice) = container switch
        {
            ResourceContainer.ProxyServiceSid => ("NoProxyService", "Proxy service", " The console shows them."),
            ResourceContainer.AppId => ("NoApp", "app", " The admin center shows it."),
            _ => ("NoService", "service", " Get-ConvService lists them."),
        };
        return new(
            new InvalidOperationException($"No {noun} is given, and the connection '{connection.Name}' has none. Pass -{container}, or connect with -{container}.{advice}"),
            id,
            ErrorCategory.InvalidArgument,
            connection);
    }

    internal static ErrorRecord DefaultConversation(string conversation, object target) => new(
        new InvalidOperationException(
            $"{conversation} is the default conversation of its user, which can't be removed, so it was not asked for. Delete its messages alone (the provider's DeleteAllMessages), or the user with everything (DeleteUser)."),
        "DefaultConversation",
        ErrorCategory.InvalidOperation,
        target);

    internal static ErrorRecord NothingToChange(Operation operation) => new(
        new ArgumentException($"Nothing is given to change. Pass what the update shall set: {ParameterNames.ShownChoice(operation, ParameterLocation.Body)}."),
        "NothingToChange",
        ErrorCategory.InvalidArgument,
        targetObject: null);

    internal static ErrorRecord NullArgument(string parameter) => new(
        new ArgumentException($"-{parameter} is null, as a misspelt or empty variable is. Give a value, or leave the parameter out."),
        "NullArgument",
        ErrorCategory.InvalidArgument,
        targetObject: null);

    internal static ErrorRecord ScriptBlock(string parameter) => new(
        new ArgumentException($"-{parameter} is a script block, which is not run for each object here. Use ForEach-Object, and give the value there."),
        "InvalidArgument",
        ErrorCategory.InvalidArgument,
        targetObject: null);

    internal static ErrorRecord NotExactlyOne(string one, string other, bool areBothGiven) => new(
        new ArgumentException($"{(areBothGiven ? "Both" : "Neither")} -{one} {(areBothGiven ? "and" : "nor")} -{other} {(areBothGiven ? "are" : "is")} given. Give exactly one of them."),
        "NotExactlyOne",
        ErrorCategory.InvalidArgument,
        targetObject: null);

    internal static ErrorRecord ConversationIsClosed(string conversation, object target) => new(
        new InvalidOperationException($"{conversation} is closed, which is final, so it was not asked to change. Read it, remove it, or make a new one."),
        "ConversationIsClosed",
        ErrorCategory.InvalidOperation,
        target);

    internal static ErrorRecord WrongTarget(string message, object? target) =>
        new(new ArgumentException(message), "WrongTarget", ErrorCategory.InvalidType, target);

    /// <summary>An object from the pipeline that is not what the command can begin with.</summary>
    internal static ErrorRecord Foreign(string? resourceType, string lacking, string advice, object? target) =>
        WrongTarget($"{PipedResource.NameOf(resourceType)}{lacking} came down the pipeline. {advice}", target);

    internal static ErrorRecord ListOnly(string parameter, string identifier) => new(
        new ArgumentException($"-{parameter} is for lists, and -{identifier} names what to fetch. Give one of the two."),
        "NotExactlyOne",
        ErrorCategory.InvalidArgument,
        targetObject: null);

    internal static ErrorRecord NeedsFirst(string parameter, string given, string onlyOther) => new(
        new ArgumentException($"-{parameter} {given} needs -First: only in the order {onlyOther} does the provider let a list be read to its end."),
        "NeedsFirst",
        ErrorCategory.InvalidArgument,
        targetObject: null);

    internal static ErrorRecord NotInThisOrder(string parameter, string order, string given) => new(
        new ArgumentException($"-{parameter} can't be asked for here beside -{order} {given}. Leave -{order} out, and sort what comes with Sort-Object."),
        "NotInThisOrder",
        ErrorCategory.InvalidArgument,
        targetObject: null);

    internal static ErrorRecord OtherAccount(string account, ConvConnection connection) => WrongTarget(
        $"What came down the pipeline is of account {account}, but the connection '{connection.Name}' is to {connection.AccountSid ?? $"{connection.Provider}"}. Connect to the account that it came from.",
        connection);

    internal static ErrorRecord InvalidIdentifier(string message, object? target) =>
        new(new ArgumentException(message), InvalidIdentifierId, ErrorCategory.InvalidArgument, target);

    internal static ErrorRecord TooManyErrors(int failed, object? target) => new(
        new InvalidOperationException($"The run was stopped when {failed} removals had failed (-MaxError). What was under way has ended; nothing more was begun."),
        "TooManyErrors",
        ErrorCategory.LimitsExceeded,
        AsGiven(target));

    internal static ErrorRecord NotErased(ErasureEvidence evidence) => new(
        new InvalidOperationException($"{evidence.Kind} {evidence.Id} was not erased. {evidence.Why}"),
        "NotErased",
        ErrorCategory.InvalidResult,
        evidence);

    internal static ErrorRecord CannotAsk(string answer, Exception? cause) => new(
        new InvalidOperationException($"This host can't ask for confirmation. Look at the targets with -WhatIf first; then pass {answer}.", cause),
        "CannotAsk",
        ErrorCategory.PermissionDenied,
        targetObject: null);

    private static bool IsIdentifier(RequestArgumentException exception, Operation? operation) =>
        operation?.Parameters.Any(parameter => parameter.Name == exception.Parameter && parameter is { Location: ParameterLocation.Path, IdentifierName: not null }) == true;

    // Who gave a name gave a text.
    private static object? AsGiven(object? target) => target is AlternateName name ? name.Text : target;

    private static ErrorCategory Category(ProviderException exception) => exception switch
    {
        ProviderTimeoutException => ErrorCategory.OperationTimeout,
        ProviderConnectionException => ErrorCategory.ConnectionError,
        ProviderResponseException response => response.StatusCode switch
        {
            400 or 422 => ErrorCategory.InvalidArgument,
            401 => ErrorCategory.AuthenticationError,
            403 => ErrorCategory.PermissionDenied,
            404 => ErrorCategory.ObjectNotFound,
            409 => ErrorCategory.ResourceExists,
            429 => ErrorCategory.LimitsExceeded,
            >= 500 => ErrorCategory.ResourceUnavailable,
            _ => ErrorCategory.InvalidOperation,
        },
        _ => ErrorCategory.InvalidData,
    };
}
