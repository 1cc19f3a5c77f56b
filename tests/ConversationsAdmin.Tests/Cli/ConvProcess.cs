using System.Diagnostics;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

/// <summary>The real <c>conv</c>, as a process of its own with an environment of its own.</summary>
internal sealed class ConvProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private ConvProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public static ConvProcess Start(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment, int? largestFileInBlocks = null)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(largestFileInBlocks is null ? host : "/bin/sh")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        if (largestFileInBlocks is { } blocks)
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add($"trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
            start.ArgumentList.Add(host);
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "conv.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(IsOfProvider).ToArray())
        {
            start.Environment.Remove(name);
        }

        // Numbers are read from the output, so they must look the same everywhere.
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new ConvProcess(process);
    }

    public static async Task<ConvResult> RunAsync(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        return await process.EndAsync();
    }

    public async Task<ConvResult> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new ConvResult(process.ExitCode, await output, await errors);
    }

    public static bool IsOfProvider(string name) =>
        new[] { "TWILIO_", "TELNYX_", "SUNSHINE_" }.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}

/// <summary>What a run of <c>conv</c> left behind.</summary>
internal sealed record ConvResult(int ExitCode, string Output, string Errors)
{
    public ConvResult Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"The exit code is {ExitCode} and not {exitCode}.\n{Output}\n{Errors}");
        return this;
    }
}
