using System.Text.Json.Serialization;
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
        RunFileException file => new() { Title = "A file of the run can't be used", Status = StatusCodes.Status409Conflict, Detail = file.Message, Code = file.ErrorId },
        ProviderResponseException refused => new()
        {
            Type = refused.MoreInfo?.AbsoluteUri ?? NoDocument,
            Title = $"{refused.Provider} refused",
            Status = refused.StatusCode,
            Detail = ProgramText.Of(refused.Message),
            Code = refused.ErrorId,
            Provider = $"{refused.Provider}",
            ProviderCode = refused.ErrorCode,
            RequestId = refused.RequestId,
            MayHaveActed = refused.MayHaveActedBefore ? true : null,
            RetryAfterSeconds = refused.RetryAfter is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : null,
        },
        ProviderTimeoutException late => Failed(late, StatusCodes.Status504GatewayTimeout, $"{late.Provider} did not answer in time"),
        ProviderException failed => Failed(failed, StatusCodes.Status502BadGateway, $"No answer of {failed.Provider} that can be used"),
        _ => null,
    };

    private static Problem Failed(ProviderException exception, int status, string title) => new()
    {
        Title = title,
        Status = status,
        Detail = ProgramText.Of(exception.Message),
        Code = exception.ErrorId,
        Provider = $"{exception.Provider}",
        MayHaveActed = exception switch
        {
            ProviderConnectionException { NeverSent: true } => null,
            UnexpectedResponseException { MayHaveActed: false } => null,
            _ => true,
        },
    };
}
