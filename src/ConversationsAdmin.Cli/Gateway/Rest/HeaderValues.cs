using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Operations;
using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Cli.Gateway.Rest;

/// <summary>Takes from the headers what the operation has there, and what confirms a destruction.</summary>
internal static class HeaderValues
{
    /// <summary>The header that names what is to be destroyed.</summary>
    internal const string ConfirmName = "Confirm";

    /// <summary>Reads those of the operation. Others are none of its business.</summary>
    /// <exception cref="RequestArgumentException">One is there several times.</exception>
    internal static IEnumerable<KeyValuePair<string, object?>> Read(Operation operation, IHeaderDictionary headers) => operation.Parameters
        .Where(parameter => parameter.Location == ParameterLocation.Header && headers.ContainsKey(parameter.Name))
        .Select(parameter => CallValues.OfTexts(operation, ParameterLocation.Header, parameter.Name, [.. headers[parameter.Name].Select(text => text ?? "")]));

    /// <summary>The identifier that the caller confirms; null when there is none.</summary>
    /// <exception cref="RequestArgumentException">There are several.</exception>
    internal static string? Confirm(IHeaderDictionary headers) => headers[ConfirmName] switch
    {
        [] => null,
        [var identifier] => identifier,
        _ => throw new RequestArgumentException(ConfirmName, $"The header {ConfirmName} is there several times. Give it once."),
    };
}
