using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace ConversationsAdmin.Module.Loading;

/// <summary>
/// Holds the assemblies that other modules may also bring, in versions of their own.
/// Not collectible: its types stay in use by whatever the cmdlets returned.
/// </summary>
internal sealed class PrivateAssemblyLoadContext(string directory) : AssemblyLoadContext("ConversationsAdmin")
{
    // What was compiled for another runtime can't be loaded, so it lies in a folder of that runtime's name.
    private readonly string[] directories = [Path.Combine(directory, RuntimeInformation.RuntimeIdentifier), directory];

    protected override Assembly? Load(AssemblyName assemblyName) =>
        directories.Select(folder => Path.Combine(folder, assemblyName.Name + ".dll")).FirstOrDefault(File.Exists) is { } path
            ? LoadFromAssemblyPath(path)
            : null;
}
