namespace ConversationsAdmin.Module.Tests;

internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PesterFolder => Path.Combine(Root, "tests", "Module");

    public static string BuiltModule => Path.Combine(Root, "output", "ConversationsAdmin");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Module.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"Module.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
