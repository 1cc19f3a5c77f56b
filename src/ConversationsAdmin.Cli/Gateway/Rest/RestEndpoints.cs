using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace ConversationsAdmin.Cli.Gateway.Rest;

/// <summary>Puts every operation under its path.</summary>
internal static class RestEndpoints
{
    internal static void Map(IEndpointRouteBuilder routes, OperationCaller calls)
    {
        foreach (var operation in OperationCatalog.All)
        {
            routes.MapMethods(RestPath.Of(operation), [operation.Method.Method], new RestEndpoint(operation, calls).AnswerAsync);
        }
    }
}
