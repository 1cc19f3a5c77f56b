using System.Diagnostics;

namespace ConversationsAdmin.Bench.Kill;

/// <summary>Kills a clean-up at random moments, starts the same command again until it ends by itself, and compares what is left with the server's record.</summary>
internal sealed class KillTrial(KillOptions options, KillFiles files, RecordedSandbox sandbox)
{
    private const int MostDelayMilliseconds = 50;

    // A plan takes a request for so many conversations.
    private const int PageSize = 100;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    // What was in flight when its sender died is decided within this.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    private readonly Random _random = new(options.Seed);
    private readonly ServerRecord _record = new(files.Record);
    private readonly List<KillMoment> _moments = [];

    public static async Task<KillResult> RunAsync(KillOptions options, CancellationToken cancellation)
    {
        using var files = new KillFiles();
        await using RecordedSandbox sandbox = await RecordedSandbox.StartAsync(options, files.Record, cancellation);
        files.WritePolicy(sandbox.ServiceSid);
        return await new KillTrial(options, files, sandbox).RunAsync(cancellation);
    }

    private async Task<KillResult> RunAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        HashSet<string> listed = await sandbox.ListAsync(cancellation);
        _record.Read();
        await KillAsync(_record.Requests + _random.Next(1, listed.Count / PageSize), () => _record.Requests, cancellation);
        foreach (int deleted in Enumerable.Range(1, options.Kills - 1).Select(_ => _random.Next(listed.Count * 9 / 10)).Order())
        {
            await KillAsync(deleted, () => _record.Deletes.Count, cancellation);
        }

        string summary = await EndAsync(cancellation);
        _record.Read();
        return new KillResult
        {
            Options = options,
            Moments = _moments,
            Record = _record,
            Journal = JournalReader.Read(files.Journal),
            Archive = ArchiveReader.Read(files.Archive),
            Listed = listed,
            Left = await sandbox.ListAsync(cancellation),
            Summary = summary,
            Seconds = watch.Elapsed.TotalSeconds,
        };
    }

    private Process Start() => ConvStart.Start(
        options.Conv,
        ["cleanup", "--policy", files.Policy, "--base-uri", $"{sandbox.Address}", "--yes", "--json"],
        ("TWILIO_ACCOUNT_SID", sandbox.AccountSid),
        ("TWILIO_AUTH_TOKEN", sandbox.AuthToken));

    private async Task KillAsync(int mark, Func<int> progress, CancellationToken cancellation)
    {
        using Process process = Start();
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            for (_record.Read(); progress() < mark; _record.Read())
            {
                await (process.HasExited ? throw new BenchmarkException($"It ended with {process.ExitCode} before it was killed: {await errors}") : Task.Delay(Poll, cancellation));
            }

            await Task.Delay(_random.Next(MostDelayMilliseconds), cancellation);
        }
        finally
        {
            process.Kill();
        }

        await process.WaitForExitAsync(cancellation);
        await Task.Delay(Settling, cancellation);
        _record.Read();
        _moments.Add(KillMoment.Of(_record, files));
    }

    private async Task<string> EndAsync(CancellationToken cancellation)
    {
        using Process process = Start();
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
            string summary = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? summary : throw new BenchmarkException($"The last run ended with {process.ExitCode}: {summary}{await errors}");
        }
        finally
        {
            process.Kill();
        }
    }
}
