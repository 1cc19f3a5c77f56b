namespace ConversationsAdmin.Core.Files;

/// <summary>A file that nobody else may read and that nobody finds when this process has ended, however it ends.</summary>
internal static class PrivateTemporaryFile
{
    /// <summary>Makes one.</summary>
    /// <param name="folder">Where.</param>
    /// <exception cref="RunFileException"><c>FileNotWritable</c>: it can't be made there.</exception>
    internal static FileStream Create(string folder)
    {
        var path = Path.Combine(folder, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.Delete,
                Options = FileOptions.DeleteOnClose,
            };
            if (OperatingSystem.IsWindows())
            {
                return new FileStream(path, options);
            }

            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var file = new FileStream(path, options);

            // Nothing would delete it after a kill; without a name it goes with the process.
            File.Delete(path);
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunFileException("FileNotWritable", path, $"No temporary file can be made in {folder}: {exception.Message} Give a file in a folder that may be written and has room.", exception);
        }
    }
}
