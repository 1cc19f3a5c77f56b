using System.Reflection;
using System.Text.RegularExpressions;
using ConversationsAdmin.Cli.Sandbox;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Metadata;

public sealed partial class ManifestTests
{
    private static readonly string[] CommandFiles = Directory.GetFiles(
        Path.Combine(Repository.Root, "src", "ConversationsAdmin.Module", "Commands"), "*.cs", SearchOption.AllDirectories);

    [Fact]
    public void The_manifest_exports_exactly_the_cmdlets_that_exist()
    {
        var defined = CommandFiles.SelectMany(file => CmdletAttribute().Matches(File.ReadAllText(file)))
            .Select(match => $"{match.Groups["verb"].Value}-{match.Groups["noun"].Value}");
        Assert.Equal(defined.Order(StringComparer.Ordinal), Manifest.List("CmdletsToExport").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_cmdlet_stands_alone_in_a_file_that_bears_its_name()
    {
        foreach (var file in CommandFiles)
        {
            var matches = CmdletAttribute().Matches(File.ReadAllText(file));
            if (matches.Count > 0)
            {
                var cmdlet = Assert.Single(matches).Groups;
                Assert.Equal($"{cmdlet["verb"].Value}{cmdlet["noun"].Value}Command.cs", Path.GetFileName(file));
                Assert.Contains($"public sealed class {cmdlet["verb"].Value}{cmdlet["noun"].Value}Command", File.ReadAllText(file));
            }
        }
    }

    [Fact]
    public void The_manifest_exports_the_aliases_that_cmdlets_have()
    {
        var defined = CommandFiles.SelectMany(file => CmdletAliases().Matches(File.ReadAllText(file)))
            .SelectMany(match => QuotedDouble().Matches(match.Value))
            .Select(match => match.Groups[1].Value);
        Assert.Equal(defined.Order(StringComparer.Ordinal), Manifest.List("AliasesToExport").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_else_is_exported()
    {
        Assert.Empty(Manifest.List("FunctionsToExport"));
        Assert.Empty(Manifest.List("VariablesToExport"));
    }

    [Theory]
    [InlineData("ConversationsAdmin")]
    [InlineData("ConversationsAdmin.Core")]
    [InlineData("ConversationsAdmin.Sandbox")]
    [InlineData("conv")]
    public void Every_assembly_bears_the_version_of_the_manifest(string assembly)
    {
        var version = Version.Parse(Regex.Match(Manifest.Text, @"ModuleVersion\s*=\s*'([^']+)'").Groups[1].Value);
        var built = AssemblyName.GetAssemblyName(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")).Version!;
        Assert.Equal(version, new Version(built.Major, built.Minor, built.Build));
    }

    [Theory]
    [InlineData("FormatsToProcess")]
    [InlineData("TypesToProcess")]
    public void The_files_that_the_manifest_names_exist(string key) => Assert.All(
        Manifest.List(key), file => Assert.True(File.Exists(Path.Combine(Repository.Root, "src", "ConversationsAdmin.Module", file)), file));

    [Fact]
    public void Only_the_module_knows_powershell()
    {
        Type[] others = [typeof(Resource), typeof(ProviderClient), typeof(TwilioSandbox), typeof(SandboxHost)];
        Assert.All(others, type => Assert.DoesNotContain("System.Management.Automation", References(type.Assembly)));
    }

    [Fact]
    public void The_public_types_and_the_sandbox_know_none_of_us()
    {
        Assert.DoesNotContain(References(typeof(Resource).Assembly), IsOurs);
        Assert.DoesNotContain(References(typeof(TwilioSandbox).Assembly), IsOurs);
    }

    [Fact]
    public void The_core_knows_the_public_types_only() =>
        Assert.Equal(["ConversationsAdmin"], References(typeof(ProviderClient).Assembly).Where(IsOurs));

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static bool IsOurs(string assembly) => assembly.StartsWith("ConversationsAdmin", StringComparison.Ordinal) || assembly == "conv";

    [GeneratedRegex(@"^\[Cmdlet\(Verbs\w+\.(?<verb>\w+), ""(?<noun>\w+)""", RegexOptions.Multiline)]
    private static partial Regex CmdletAttribute();

    // In the first column: an alias of the class and not of a parameter.
    [GeneratedRegex(@"^\[Alias\(.*$", RegexOptions.Multiline)]
    private static partial Regex CmdletAliases();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex QuotedDouble();
}
