using System.Reflection;
using System.Runtime.Loader;

namespace ConversationsAdmin.Module.Loading;

/// <summary>
/// Holds the assemblies that other modules may also bring, in versions of their own.
/// Not collectible: its types stay in use by whatever the cmdlets returned.
/// </summary>
internal sealed class PrivateAssemblyLoadContext(string directory) : AssemblyLoadContext("ConversationsAdmin")
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Combine(directory, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
