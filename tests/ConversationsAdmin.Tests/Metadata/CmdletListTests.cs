using System.Text.RegularExpressions;
using Xunit;

namespace ConversationsAdmin.Tests.Metadata;

/// <summary>The cmdlets are listed in the manifest, in the README and, with their operations, in the table of operations. That classes and manifest agree, <see cref="ManifestTests"/> says.</summary>
public sealed partial class CmdletListTests
{
    private static readonly string[] OfConnections =
        ["Connect-ConvProvider", "Disconnect-ConvProvider", "Get-ConvConnection", "Select-ConvConnection", "Test-ConvConnection"];

    private static readonly string[] AboveOperations =
        ["Export-ConvConversation", "Find-ConvParticipantBlocker", "Get-ConvCleanupPlan", "Invoke-ConvCleanupPlan", "New-ConvCleanupPlan", "Remove-ConvIdentity"];

    private static readonly string[] OfOperations = [.. OperationTable.All.Select(operation => operation.Cmdlet).Distinct()];

    [Theory]
    [InlineData("twilio-conversations", 40)]
    [InlineData("twilio-proxy", 4)]
    [InlineData("telnyx", 6)]
    [InlineData("sunshine", 4)]
    public void An_api_has_its_cmdlets(string api, int cmdlets) => Assert.Equal(
        cmdlets, OperationTable.All.Where(operation => operation.Api == api).Select(operation => operation.Cmdlet).Distinct().Count());

    [Fact]
    public void No_cmdlet_is_of_two_apis() => Assert.Equal(54, OfOperations.Length);

    [Theory]
    [InlineData("twilio-conversations", "Conv")]
    [InlineData("twilio-proxy", "Proxy")]
    [InlineData("telnyx", "Telnyx")]
    [InlineData("sunshine", "Sunshine")]
    public void A_noun_says_of_which_api_it_is(string api, string beginning) => Assert.All(
        OperationTable.All.Where(operation => operation.Api == api),
        operation => Assert.StartsWith(beginning, operation.Cmdlet[(operation.Cmdlet.IndexOf('-') + 1)..], StringComparison.Ordinal));

    [Fact]
    public void The_manifest_exports_the_cmdlets_of_operations_above_them_and_of_connections() => Assert.Equal(
        OfOperations.Concat(OfConnections).Concat(AboveOperations).Order(StringComparer.Ordinal), Manifest.List("CmdletsToExport").Order(StringComparer.Ordinal));

    [Fact]
    public void The_readme_lists_every_cmdlet()
    {
        var listed = CmdletName().Matches(CmdletSection().Match(Repository.Read("README.md")).Value).Select(match => match.Value);
        Assert.Empty(OfOperations.Concat(OfConnections).Concat(AboveOperations).Except(listed));
    }

    [Fact]
    public void The_readme_names_no_other_cmdlet()
    {
        var named = CmdletName().Matches(Repository.Read("README.md")).Select(match => match.Value);
        Assert.Empty(named.Except([.. OfOperations, .. OfConnections, .. AboveOperations, .. Manifest.List("AliasesToExport")]));
    }

    [GeneratedRegex(@"^## Cmdlets$.*?^## ", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CmdletSection();

    [GeneratedRegex(@"\b[A-Z][a-z]+-(Conv|Proxy|Telnyx|Sunshine)\w+")]
    private static partial Regex CmdletName();
}
