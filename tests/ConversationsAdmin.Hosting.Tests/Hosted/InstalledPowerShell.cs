using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace ConversationsAdmin.Hosting.Tests.Hosted;

/// <summary>Lets this process load the engine from the folder of the installed PowerShell. With the package, there is nothing to do.</summary>
internal static class InstalledPowerShell
{
    private const string Engine = "System.Management.Automation";

    // Whatever comes first may need the engine.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Use()
    {
        if (Home is { } home)
        {
            AssemblyLoadContext.Default.Resolving += (context, name) =>
                name.Name == Engine ? context.LoadFromAssemblyPath(Path.Combine(home, Engine + ".dll")) : null;
            SearchIn(home);
        }
    }

    private static string? Home => typeof(InstalledPowerShell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .SingleOrDefault(metadata => metadata.Key == "PowerShellHome")?.Value;

    // A method of its own: what it names must be found before it is compiled.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SearchIn(string home) => PowerShellAssemblyLoadContextInitializer.SetPowerShellAssemblyLoadContext(home);
}
