using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Parallel;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Twilio;
using Spectre.Console;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>One clean-up: list first, then show, then remove. Removing while listing is not trusted.</summary>
internal sealed class CleanupRun(IAnsiConsole console, TextWriter output, TextWriter errors)
{
    private const int MostErrorsShown = 10;

    internal async Task<int> RunAsync(CleanupOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var connection = CleanupConnection.Open(options);
            using var session = ProviderSession.Of(connection);
            return await RunAsync(options, connection, session, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestArgumentException exception)
        {
            errors.WriteLine(exception.Message);
            return ExitCode.BadArguments;
        }
        catch (ProviderException exception)
        {
            errors.WriteLine(exception.Message);
            return ExitCodeOf(exception);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            errors.WriteLine("Interrupted before anything was removed.");
            return ExitCode.Interrupted;
        }
    }

    private async Task<int> RunAsync(CleanupOptions options, ConvConnection connection, ProviderSession session, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        var stale = await FindAsync(options, connection, session, now - options.OlderThan, cancellationToken).ConfigureAwait(false);
        output.WriteLine($"Service {connection.ServiceSid} of account {connection.AccountSid}{(options.Sandbox ? " (sandbox)" : "")}");
        if (stale.Count == 0)
        {
            output.WriteLine($"No {options.State} conversation was last updated more than {options.OlderThan.TotalDays:0.#} days ago. Nothing to remove.");
            return ExitCode.AllDone;
        }

        CleanupPreview.Write(console, output, stale, now);
        if (options.WhatIf)
        {
            output.WriteLine("Nothing was removed (--what-if).");
            return ExitCode.AllDone;
        }

        if (!options.Sandbox && !options.Yes)
        {
            errors.WriteLine("Nothing was removed. Pass --yes to remove these conversations for good, or --what-if to only look.");
            return ExitCode.BadArguments;
        }

        return await RemoveAsync(options, connection, session, stale, cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<Conversation>> FindAsync(
        CleanupOptions options,
        ConvConnection connection,
        ProviderSession session,
        DateTimeOffset updatedBefore,
        CancellationToken cancellationToken)
    {
        var request = OperationRequest.Create(
            ConversationResource.List,
            [
                KeyValuePair.Create("ChatServiceSid", (object?)connection.ServiceSid),
                KeyValuePair.Create("State", (object?)options.State),
                KeyValuePair.Create("PageSize", (object?)ConversationResource.List.Paging!.MaxPageSize),
            ]);
        var stale = new List<Conversation>();
        await foreach (var page in session.ListAsync(request, ConversationResource.Read, Report, cancellationToken).ConfigureAwait(false))
        {
            if (page.FirstOrDefault(conversation => conversation.ServiceSid != connection.ServiceSid || (conversation.AccountSid ?? connection.AccountSid) != connection.AccountSid) is { } foreign)
            {
                throw new RequestArgumentException(
                    "service",
                    $"The list holds {foreign.ConversationSid} of service {foreign.ServiceSid} and account {foreign.AccountSid}, which is not what was asked for. Nothing was removed.");
            }

            stale.AddRange(page.Where(conversation => conversation.DateUpdated < updatedBefore && conversation.State == request.Value("State")));
        }

        return stale;
    }

    private async Task<int> RemoveAsync(
        CleanupOptions options,
        ConvConnection connection,
        ProviderSession session,
        List<Conversation> stale,
        CancellationToken cancellationToken)
    {
        var remover = new Remover();
        var summary = new CleanupSummary();
        var queue = new ParallelQueue<Conversation, RemovalOutcome>(
            options.Throttle,
            async (conversation, results, token) =>
            {
                var target = Removals.Target(
                    Conversation.TypeName,
                    connection.AccountSid,
                    new ResourceAddress(("ServiceSid", conversation.ServiceSid), ("ConversationSid", conversation.ConversationSid)));
                await results.WriteAsync(await remover.RemoveAsync(session, target, Report, token).ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
            },
            cancellationToken);
        var progress = new RunProgress { Total = stale.Count, Pace = () => session.Client.CurrentPace };
        var adding = AddAsync(queue, stale, cancellationToken);
        await CleanupProgress.ShowAsync(console, output, progress, () => TakeAsync(queue, progress, summary)).ConfigureAwait(false);
        await adding.ConfigureAwait(false);
        await queue.Completion.ConfigureAwait(false);
        summary.Write(output, stale.Count, progress.Elapsed);
        return summary.NotAuthorised ? ExitCode.NotAuthorised
            : cancellationToken.IsCancellationRequested ? ExitCode.Interrupted
            : summary.Failed > 0 ? ExitCode.SomeFailed
            : ExitCode.AllDone;
    }

    private static async Task AddAsync(ParallelQueue<Conversation, RemovalOutcome> queue, List<Conversation> stale, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var conversation in stale)
            {
                if (!await queue.AddAsync(conversation, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The summary tells what was done and what was left.
        }
        finally
        {
            queue.CompleteAdding();
        }
    }

    private async Task TakeAsync(ParallelQueue<Conversation, RemovalOutcome> queue, RunProgress progress, CleanupSummary summary)
    {
        try
        {
            await foreach (var outcome in queue.Results.ReadAllAsync().ConfigureAwait(false))
            {
                progress.CountDone(failed: outcome.Status == RemovalStatus.Failed);
                summary.Count(outcome);
                if (outcome.Error is not null && summary.Failed <= MostErrorsShown)
                {
                    errors.WriteLine($"{outcome.Target}: {outcome.Message}");
                }

                if (summary.NotAuthorised)
                {
                    queue.Halt();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Halted, by Ctrl+C or by refused credentials: what had finished is counted.
        }
    }

    private void Report(RequestNotice notice)
    {
        if (notice.IsRetry)
        {
            errors.WriteLine(notice.Text);
        }
    }

    private static int ExitCodeOf(ProviderException exception) =>
        exception is ProviderResponseException { StatusCode: 401 or 403 } ? ExitCode.NotAuthorised : ExitCode.SomeFailed;
}
