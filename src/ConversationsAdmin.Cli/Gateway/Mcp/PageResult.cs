using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Paging;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace ConversationsAdmin.Cli.Gateway.Mcp;

/// <summary>What the tool of a list answers: the provider's page, and the arguments that lead to the next.</summary>
internal static class PageResult
{
    /// <summary>The member with the arguments for the next call.</summary>
    internal const string Next = "next";

    /// <summary>The member that is there when a list can't be read to its end.</summary>
    internal const string Notice = "notice";

    /// <summary>The most bytes of an answer, which has its JSON twice: as structured content and as text.</summary>
    internal const int LargestAnswer = 256 * 1024;

    /// <summary>The result for a page; a refusal when it would be too large to be read by anybody.</summary>
    /// <param name="operation">The list.</param>
    /// <param name="arguments">What it was called with.</param>
    /// <param name="page">The page.</param>
    internal static CallToolResult Of(Operation operation, IReadOnlyDictionary<string, JsonElement> arguments, ListPage page)
    {
        var answer = JsonObject.Create(page.Answer)!;
        answer[Next] = page.Next is null ? null : NextArguments.Of(arguments, page.Next);
        if (page.IsOnlyBeginning)
        {
            answer[Notice] = $"These are the first {page.Rows} as they were asked for. {operation.Provider} documents no way to further ones in this order or with this filter, if there are any.";
        }

        var json = JsonSerializer.SerializeToElement(answer, ToolResult.Format);
        var size = 2 * Encoding.UTF8.GetByteCount(json.GetRawText());
        return size > LargestAnswer ? ToolResult.Of(TooLarge(operation, AskedFor(operation, arguments), page.Rows, size)) : ToolResult.Of(json);
    }

    private static Problem TooLarge(Operation operation, int asked, int rows, int size)
    {
        var fitting = (int)((long)rows * LargestAnswer / size);
        return new Problem
        {
            Title = "The page is too large",
            Status = StatusCodes.Status413PayloadTooLarge,
            Code = "page_too_large",
            Detail = string.Create(
                CultureInfo.InvariantCulture,
                $"The page has {rows} rows and {size:N0} bytes; a tool answers at most {LargestAnswer:N0}. {Advice(operation, asked, fitting)}"),
            Parameter = operation.Paging!.PageSizeName,
        };
    }

    private static int AskedFor(Operation operation, IReadOnlyDictionary<string, JsonElement> arguments) =>
        operation.Paging!.PageSizeName is { } name && arguments.TryGetValue(name, out var given) && given.TryGetInt32(out var asked) ? asked : OperationArguments.PageSizeOf(operation);

    // Fewer than were asked for came already where a page can't be cut smaller.
    private static string Advice(Operation operation, int asked, int fitting) => operation.Paging!.PageSizeName is { } name && fitting > 0 && fitting < asked
        ? string.Create(CultureInfo.InvariantCulture, $"Ask for {fitting} or fewer by {name}.")
        : "Read it over REST.";
}
