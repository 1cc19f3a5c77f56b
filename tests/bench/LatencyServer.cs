using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConversationsAdmin.Bench;

/// <summary>Answers list and delete on loopback, as fast as it can or after a fixed latency, until its standard input ends.</summary>
internal static class LatencyServer
{
    public const string PortLine = "port ";

    public const string RecordPath = "/record";

    private const int DefaultPageSize = 50;

    private const int MaximumPageSize = 100;

    public static Command Command()
    {
        var conversations = new Option<int>("--conversations") { Description = "How many to list", DefaultValueFactory = _ => 1_000 };
        var latency = new Option<int>("--latency-ms") { Description = "The wait before each answer" };
        var jitter = new Option<int>("--jitter-ms") { Description = "The most by which a request comes later, at random" };
        var limit = new Option<string?>("--write-limit") { Description = "How many writes in any second, such as 0:30,15:10: 30 at first, and 10 from 15 s after the first" };
        var command = new Command("server", "The latency server alone; it prints its port and ends with its standard input")
        {
            conversations,
            latency,
            jitter,
            limit,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(conversations),
            TimeSpan.FromMilliseconds(parsed.GetValue(latency)),
            parsed.GetValue(limit) is { } plan ? new LimitedWrites(WriteLimit.Parse(plan), parsed.GetValue(jitter)) : null,
            cancellation));
        return command;
    }

    private static async Task RunAsync(int count, TimeSpan latency, LimitedWrites? writes, CancellationToken cancellation)
    {
        var pages = new ConversationPages(count);
        pages.Prepare(MaximumPageSize);
        var deletes = new DeleteRecord();

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));

        await using WebApplication server = builder.Build();
        server.Run(context => AnswerAsync(context, pages, deletes, latency, writes));
        await server.StartAsync(cancellation);
        Console.WriteLine(PortLine + new Uri(server.Urls.Single()).Port);

        // Whoever started the server holds its input: it cannot outlive them.
        // That waits on a thread of its own: of the pool's few it would be one that answers.
        await Task.Factory.StartNew(Console.In.ReadToEnd, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(cancellation);
        await server.StopAsync(CancellationToken.None);
    }

    private static async Task AnswerAsync(HttpContext context, ConversationPages pages, DeleteRecord deletes, TimeSpan latency, LimitedWrites? writes)
    {
        if (writes is not null && await writes.AnswerAsync(context))
        {
            return;
        }

        string[] path = context.Request.Path.ToString().Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (context.Request.Method, path)
        {
            case ("GET", ["v1", "Services", _, "Conversations"]):
                await WaitAsync(latency, context.RequestAborted);
                await SendPageAsync(context, pages);
                break;
            case ("DELETE", ["v1", "Services", _, "Conversations", _]):
                deletes.Begin();
                await WaitAsync(latency, context.RequestAborted);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                deletes.End();
                break;
            case ("GET", ["deletes"]):
                await context.Response.WriteAsJsonAsync(deletes.Take());
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private static Task WaitAsync(TimeSpan latency, CancellationToken cancellation) =>
        latency > TimeSpan.Zero ? Task.Delay(latency, cancellation) : Task.CompletedTask;

    private static async Task SendPageAsync(HttpContext context, ConversationPages pages)
    {
        IQueryCollection query = context.Request.Query;
        int size = int.TryParse(query["PageSize"], out int asked) ? Math.Clamp(asked, 1, MaximumPageSize) : DefaultPageSize;
        int page = query["PageToken"].ToString() is ['P', 'T', .. string number] ? int.Parse(number) : 0;

        byte[] body = pages.Body(page, size);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
