using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Cli.Gateway.Calls;

/// <summary>How a call ended.</summary>
/// <param name="Status">The HTTP status of the provider, or of the gateway's own refusal; null when nobody answered.</param>
/// <param name="Code">The stable id of what went wrong; null when nothing did.</param>
/// <param name="RequestId">The provider's identifier of the request.</param>
/// <param name="Attempts">How many requests were sent; 0 when none was.</param>
internal sealed record CallEnd(int? Status, string? Code, string? RequestId, int Attempts)
{
    internal bool IsSuccess => Code is null;

    internal static CallEnd Of(ProviderResponse response) => new(response.StatusCode, Code: null, response.RequestId, response.Attempts);

    /// <summary>One that nobody waits for any longer.</summary>
    internal static CallEnd Unfinished { get; } = new(Status: null, "unfinished", RequestId: null, Attempts: 1);

    /// <summary>A page, which may have taken several requests.</summary>
    internal static CallEnd OfPage(Operation list) => new(list.Status, Code: null, RequestId: null, Attempts: 1);

    internal static CallEnd Of(Exception exception) => exception switch
    {
        ProviderResponseException refused => new(refused.StatusCode, refused.ErrorId, refused.RequestId, refused.Attempts),
        ProviderException failed => new(Status: null, failed.ErrorId, RequestId: null, failed.Attempts),
        CallRefusedException refused => new(refused.Status, refused.Code, RequestId: null, Attempts: 0),
        RequestArgumentException => new(StatusCodes.Status400BadRequest, Problem.InvalidArgument, RequestId: null, Attempts: 0),
        OperationCanceledException => new(Status: null, "Cancelled", RequestId: null, Attempts: 0),
        _ => new(Status: null, exception.GetType().Name, RequestId: null, Attempts: 0),
    };
}
