using System.Text.RegularExpressions;
using Xunit;

namespace ConversationsAdmin.Tests.Metadata;

/// <summary>The cmdlets are listed in the manifest, in the README and, with their operations, in the table of operations. That classes and manifest agree, <see cref="ManifestTests"/> says.</summary>
public sealed partial class CmdletListTests
{
    private static readonly string[] OfConnections =
        ["Connect-ConvProvider", "Disconnect-ConvProvider", "Get-ConvConnection", "Select-ConvConnection", "Test-ConvConnection"];

    private static readonly string[] OfOperations = [.. OperationTable.All.Select(operation => operation.Cmdlet).Distinct()];

    [Fact]
    public void Twilio_Conversations_has_forty_cmdlets() => Assert.Equal(
        40, OperationTable.All.Where(operation => operation.Api == "twilio-conversations").Select(operation => operation.Cmdlet).Distinct().Count());

    [Fact]
    public void The_manifest_exports_the_cmdlets_of_the_operations_and_of_connections() => Assert.Equal(
        OfOperations.Concat(OfConnections).Order(StringComparer.Ordinal), Manifest.List("CmdletsToExport").Order(StringComparer.Ordinal));

    [Fact]
    public void The_readme_lists_every_cmdlet()
    {
        var listed = CmdletName().Matches(CmdletSection().Match(Repository.Read("README.md")).Value).Select(match => match.Value);
        Assert.Empty(OfOperations.Concat(OfConnections).Except(listed));
    }

    [Fact]
    public void The_readme_names_no_other_cmdlet()
    {
        var named = CmdletName().Matches(Repository.Read("README.md")).Select(match => match.Value);
        Assert.Empty(named.Except([.. OfOperations, .. OfConnections, .. Manifest.List("AliasesToExport")]));
    }

    [GeneratedRegex(@"^## Cmdlets$.*?^## ", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CmdletSection();

    [GeneratedRegex(@"\b[A-Z][a-z]+-Conv\w+")]
    private static partial Regex CmdletName();
}
