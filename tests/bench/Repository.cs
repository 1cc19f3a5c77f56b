namespace ConversationsAdmin.Bench;

/// <summary>Where what is measured lies.</summary>
internal static class Repository
{
    /// <summary>The built module.</summary>
    public static string Module => Existing("output/ConversationsAdmin");

    /// <summary>The built `conv`.</summary>
    public static string Conv => Existing("src/ConversationsAdmin.Cli/bin/Release/net10.0/conv.dll");

    /// <summary>Where npm installs the providers' own clients.</summary>
    public static string NodePackages => Path.Combine(Root, "tests/vendor-clients");

    private static string Root { get; } = FindRoot();

    private static string Existing(string path)
    {
        string full = Path.Combine(Root, path);
        return Path.Exists(full) ? full : throw new BenchmarkException($"{path} is not there: run `dotnet build Module.sln -c Release` first.");
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Module.sln")))
            {
                return folder.FullName;
            }
        }

        throw new BenchmarkException("The benchmarks run from within the repository.");
    }
}
