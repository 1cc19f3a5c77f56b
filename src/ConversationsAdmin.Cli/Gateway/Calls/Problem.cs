using System.Text.Json.Serialization;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Cli.Gateway.Calls;

/// <summary>Why a call failed, in the members of RFC 9457, with the provider's own code and request id kept.</summary>
internal sealed record Problem
{
    internal const string InvalidArgument = "invalid_argument";

    private const string NoDocument = "about:blank";

    [JsonPropertyName("type")]
    public string Type { get; init; } = NoDocument;

    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("status")]
    public required int Status { get; init; }

    [JsonPropertyName("detail")]
    public required string Detail { get; init; }

    /// <summary>A stable id for programs: the provider's, such as <c>Twilio.20404</c>, or the gateway's, such as <c>confirm_missing</c>.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    [JsonPropertyName("provider")]
    public string? Provider { get; init; }

    /// <summary>The provider's code as it stood in its answer.</summary>
    [JsonPropertyName("providerCode")]
    public string? ProviderCode { get; init; }

    [JsonPropertyName("requestId")]
    public string? RequestId { get; init; }

    /// <summary>The parameter that is wrong, by its wire name.</summary>
    [JsonPropertyName("parameter")]
    public string? Parameter { get; init; }

    /// <summary>True when the provider may have done it although the call failed: look before it is repeated.</summary>
    [JsonPropertyName("mayHaveActed")]
    public bool? MayHaveActed { get; init; }

    /// <summary>How many seconds the provider asks to wait.</summary>
    [JsonPropertyName("retryAfterSeconds")]
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The problem behind an exception; null when it is none that a caller can be told of.</summary>
    internal static Problem? Of(Exception exception) => exception switch
    {
        CallRefusedException refused => new() { Title = "Refused by the gateway", Status = refused.Status, Detail = refused.Message, Code = refused.Code },
        RequestArgumentException argument => new()
        {
            Title = "Invalid argument",
            Status = StatusCodes.Status400BadRequest,
            Detail = ProgramText.Of(argument.Naming(static name => name).Message),
            Code = InvalidArgument,
            Parameter = argument.Parameter,
        },
        RunFileException file => new() { Title = "A file of the run can't be used", Status = StatusCodes.Status409Conflict, Detail = WithoutFolder(file), Code = file.ErrorId },
        ProviderResponseException refused => new()
        {
            Type = refused.MoreInfo is { Scheme: "http" or "https" } document ? document.AbsoluteUri : NoDocument,
            Title = $"{refused.Provider} refused",
            Status = refused.StatusCode,
            Detail = ProgramText.Of(refused.Message),
            Code = refused.ErrorId,
            Provider = $"{refused.Provider}",
            ProviderCode = refused.ErrorCode,
            RequestId = refused.RequestId,
            MayHaveActed = DoubtOf(refused),
            RetryAfterSeconds = refused.RetryAfter is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : null,
        },
        ProviderTimeoutException late => Failed(late, StatusCodes.Status504GatewayTimeout, $"{late.Provider} did not answer in time"),
        ProviderException failed => Failed(failed, StatusCodes.Status502BadGateway, $"No answer of {failed.Provider} that can be used"),
        _ => null,
    };

    // Callers know runs by id, and nothing of this machine's folders.
    private static string WithoutFolder(RunFileException exception) =>
        exception.Path is { } path ? exception.Message.Replace(path, Path.GetFileName(path), StringComparison.Ordinal) : exception.Message;

    private static bool? DoubtOf(ProviderException exception) =>
        OperationCatalog.All.FirstOrDefault(operation => operation.Provider == exception.Provider && operation.Name == exception.Operation) is { ReadOnly: false } change
        && ProviderFailure.MayHaveActed(change, exception) ? true : null;

    private static Problem Failed(ProviderException exception, int status, string title) => new()
    {
        Title = title,
        Status = status,
        Detail = ProgramText.Of(exception.Message),
        Code = exception.ErrorId,
        Provider = $"{exception.Provider}",
        MayHaveActed = DoubtOf(exception),
    };
}
