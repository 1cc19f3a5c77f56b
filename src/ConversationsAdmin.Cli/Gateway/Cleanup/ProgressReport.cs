using ConversationsAdmin.Core.Parallel;
using ModelContextProtocol;

namespace ConversationsAdmin.Cli.Gateway.Cleanup;

/// <summary>Tells a caller how far a run has come, so that it does not give up.</summary>
internal static class ProgressReport
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Reports until the run has ended, and ends as it does.</summary>
    internal static async Task UntilEndAsync(RunProgress progress, Task run, IProgress<ProgressNotificationValue> listener)
    {
        while (await Task.WhenAny(run, Task.Delay(Interval)).ConfigureAwait(false) != run)
        {
            listener.Report(new ProgressNotificationValue { Progress = progress.Done, Total = progress.Total, Message = progress.ToString() });
        }

        await run.ConfigureAwait(false);
    }
}
