using Xunit;

namespace ConversationsAdmin.Module.Tests;

public sealed class PesterTests(PesterRun run) : IClassFixture<PesterRun>
{
    private const string WholeRun = "The Pester files run";

    public static async Task<IEnumerable<ITheoryDataRow>> Rows()
    {
        PesterReport? listed = await PesterRun.ListAsync();
        return (listed?.Tests ?? []).Select(test => test.Name).Prepend(WholeRun)
            .Select(name => new TheoryDataRow<string>(name) { TestDisplayName = name, Label = "" });
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Pester(string test)
    {
        PesterReport? report = await run.ReportAsync();
        if (report is null)
        {
            TestContext.Current.SendDiagnosticMessage(PesterHost.HowToGetOne);
            Assert.Skip(PesterHost.HowToGetOne);
        }

        if (test == WholeRun)
        {
            AssertNothingWasLost(report, await PesterRun.ListAsync());
            return;
        }

        PesterOutcome? outcome = report.Tests.SingleOrDefault(candidate => candidate.Name == test);
        switch (outcome?.Result)
        {
            case "Passed":
                return;
            case "Skipped":
                Assert.Skip(outcome.Message.Length > 0 ? outcome.Message : "The Pester test is marked -Skip.");
                return;
            case null:
                Assert.Fail("Pester listed this test and then did not report it.");
                return;
            default:
                Assert.Fail($"Pester: {outcome.Result}\n{outcome.Message}");
                return;
        }
    }

    private static void AssertNothingWasLost(PesterReport report, PesterReport? listed)
    {
        Assert.True(report.Failures.Count == 0, string.Join('\n', report.Failures));
        Assert.NotEmpty(report.Tests);
        Assert.Equal(listed?.Tests.Select(test => test.Name), report.Tests.Select(test => test.Name));
    }
}
