using System.Text.Json;
using ConversationsAdmin.Tests.Core;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

public sealed class FaultStormCleanupTests
{
    [Fact]
    public async Task A_clean_up_in_a_storm_of_faults_ends_and_tells_what_the_server_did()
    {
        await using var target = await CleanupTarget.StartAsync(FaultStorm.Options(conversations: 800));
        var run = await target.RunAsync("--yes", "--json", "--skip-check", "--throttle", "20", "--actions-per-second", "0");
        var summary = JsonSerializer.Deserialize<Summary>(run.Output, JsonSerializerOptions.Web)!;

        Assert.InRange(summary.Planned, 100, 800);
        Assert.Equal(summary.Planned, summary.Removed + summary.AlreadyGone + summary.Failed);
        Assert.Equal(summary.Failed > 0 ? 1 : 0, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Errors);

        var deletes = target.Requests.Where(request => request.Method == "DELETE").ToList();
        var acted = deletes.Where(request => request.Acted).Select(request => request.Path).ToList();
        Assert.Equal(acted.Count, acted.Distinct().Count());
        Assert.Equal(summary.Planned, deletes.Select(request => request.Path).Distinct().Count());
        Assert.InRange(acted.Count, summary.Removed + summary.AlreadyGone, summary.Planned);

        // The storm blew.
        Assert.True(deletes.Select(request => request.Fault).Distinct().Count() > 6);
    }

    private sealed record Summary(int Planned, int Removed, int AlreadyGone, int Failed);
}
