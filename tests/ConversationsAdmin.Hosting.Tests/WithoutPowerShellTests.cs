using Xunit;

namespace ConversationsAdmin.Hosting.Tests;

public sealed class WithoutPowerShellTests
{
    [Fact]
    public void A_host_runs_the_module_in_its_own_process() => Assert.Skip(
        """
        THE HOSTING TESTS WERE NOT BUILT: no PowerShell of 7.4 or later, on a .NET that these tests can reference, is on the PATH.
        Install one so that `pwsh` is on the PATH, or name a version of the package Microsoft.PowerShell.SDK: `dotnet test -p:PowerShellSdk=7.6.0`.
        Then build again.
        """);
}
