using ConversationsAdmin.Core.Parallel;
using Spectre.Console;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Shows how far a clean-up has come: a bar on a terminal, otherwise a line every few seconds.</summary>
internal static class CleanupProgress
{
    private static readonly TimeSpan BarInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    internal static Task ShowAsync(IAnsiConsole console, TextWriter output, RunProgress progress, Task run) =>
        console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal
            ? ShowBarAsync(console, progress, run)
            : RepeatUntilDoneAsync(run, LineInterval, () => output.WriteLine(Line(progress)));

    private static Task ShowBarAsync(IAnsiConsole console, RunProgress progress, Task run) =>
        console.Progress().StartAsync(async context =>
        {
            var bar = context.AddTask("Removing", maxValue: progress.Total ?? 1);
            void Update()
            {
                bar.Value = progress.Done;
                bar.Description = Markup.Escape(Line(progress));
            }

            await RepeatUntilDoneAsync(run, BarInterval, Update).ConfigureAwait(false);
            Update();
        });

    private static async Task RepeatUntilDoneAsync(Task run, TimeSpan interval, Action show)
    {
        while (await Task.WhenAny(run, Task.Delay(interval)).ConfigureAwait(false) != run)
        {
            show();
        }

        await run.ConfigureAwait(false);
    }

    private static string Line(RunProgress progress) =>
        progress.Remaining is { } remaining ? $"{progress}, {(int)remaining.TotalHours:00}:{remaining:mm\\:ss} left" : progress.ToString();
}
