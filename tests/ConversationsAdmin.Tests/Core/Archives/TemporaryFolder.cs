namespace ConversationsAdmin.Tests.Core.Archives;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("archive-");

    /// <summary>How many files lie in it, hidden ones too.</summary>
    public int FileCount => folder.GetFiles("*", new EnumerationOptions { AttributesToSkip = 0 }).Length;

    public string this[string file] => Path.Combine(folder.FullName, file);

    public void Dispose() => folder.Delete(recursive: true);
}
