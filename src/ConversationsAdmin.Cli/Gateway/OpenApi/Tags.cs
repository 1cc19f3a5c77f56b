using System.Text.RegularExpressions;
using ConversationsAdmin.Core.Operations;
using Microsoft.OpenApi;

namespace ConversationsAdmin.Cli.Gateway.OpenApi;

/// <summary>The groups of operations: one for each resource, and one for the gateway itself.</summary>
internal static partial class Tags
{
    /// <summary>What the gateway answers itself.</summary>
    internal const string Gateway = "Gateway";

    /// <summary>All of them, in the order of the operations.</summary>
    internal static HashSet<OpenApiTag> All =>
    [
        .. OperationCatalog.All.DistinctBy(Of).Select(operation => new OpenApiTag { Name = Of(operation), Description = $"{ApiName.Of(operation.Api)}." }),
        new() { Name = Gateway, Description = "What the gateway answers itself, without a token." },
    ];

    /// <summary>The group of an operation.</summary>
    internal static string Of(Operation operation) => Words().Replace(Resources.NameOf(operation), " $0");

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Words();
}
