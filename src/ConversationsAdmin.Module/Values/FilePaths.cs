using System.Management.Automation;

namespace ConversationsAdmin.Module.Values;

/// <summary>Paths as PowerShell takes them, as the file system knows them.</summary>
internal static class FilePaths
{
    private const string FileSystem = "FileSystem";

    /// <summary>The file that a path names, from the current location of the runspace.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="path">The path.</param>
    /// <exception cref="RunFileException"><c>NoFile</c>: it is no path of the file system.</exception>
    internal static string Resolve(PSCmdlet cmdlet, string path)
    {
        try
        {
            var file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == FileSystem ? file : throw NoFile(path, $"it is of {provider.Name}", null);
        }
        catch (Exception exception) when (exception is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ProviderInvocationException or ArgumentException)
        {
            throw NoFile(path, exception.Message, exception);
        }
    }

    private static RunFileException NoFile(string path, string why, Exception? cause) =>
        new("NoFile", path, $"'{path}' names no file: {why.TrimEnd('.')}. Give a path of the file system.", cause);
}
