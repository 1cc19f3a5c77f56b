using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace ConversationsAdmin.Module.Loading;

/// <summary>Lets the cmdlets find the module's private assemblies. PowerShell calls it on every import.</summary>
/// <remarks>
/// PowerShell lists the public types first. A public type therefore may not need a private assembly to be loaded itself: no base type,
/// interface or field of a value type from there, and no generic type over one of theirs in the signature of an overridden member.
/// </remarks>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    private static readonly string[] PrivateEntryPoints = ["ConversationsAdmin.Core", "ConversationsAdmin.Sandbox"];

    private static readonly PrivateAssemblyLoadContext PrivateAssemblies;

    // A type initializer runs once, and makes the runspaces that import at the same time wait for it.
    // The handler stays for the life of the process: other runspaces go on when one removes the module.
    static ModuleInitializer()
    {
        string moduleDirectory = Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!;
        PrivateAssemblies = new PrivateAssemblyLoadContext(Path.Combine(moduleDirectory, "private"));
        AssemblyLoadContext.Default.Resolving += ResolvePrivateAssembly;

        // The private assemblies look for the public types in the default context, which does not search the module's folder.
        AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(moduleDirectory, "ConversationsAdmin.dll"));
    }

    /// <inheritdoc/>
    public void OnImport()
    {
        // The type initializer did it, once for all imports.
    }

    // Names that no other module can ask for: the handler must not answer for anybody else's RestSharp.
    private static Assembly? ResolvePrivateAssembly(AssemblyLoadContext context, AssemblyName assemblyName) =>
        PrivateEntryPoints.Contains(assemblyName.Name) ? PrivateAssemblies.LoadFromAssemblyName(assemblyName) : null;
}
