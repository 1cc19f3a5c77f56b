using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

/// <summary>Sends Ctrl+C to a process.</summary>
internal static class Interrupting
{
    public static void SkipWhereItCannotBeSent()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lets a test send SIGINT to one process.");

        // What a shell starts in the background inherits that SIGINT is ignored, and passes it on to its children.
        const long InterruptBit = 1 << 1;
        var ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)).Split('\t')[1];
        Assert.SkipWhen((long.Parse(ignored, NumberStyles.HexNumber) & InterruptBit) != 0, "The tests themselves run with SIGINT ignored.");
    }

    public static async Task SendAsync(ConvProcess process)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }
}
