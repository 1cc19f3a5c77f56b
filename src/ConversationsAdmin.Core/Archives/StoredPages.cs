using System.Text;
using ConversationsAdmin.Core.Files;

namespace ConversationsAdmin.Core.Archives;

/// <summary>Pages that come the last first, kept until the first has come; in a private temporary file, when they are many.</summary>
/// <param name="folder">Where that file is made.</param>
internal sealed class StoredPages(string folder) : IDisposable
{
    private readonly SpillStream bytes = new(folder);
    private readonly List<List<int>> lengths = [];

    internal void Add(IEnumerable<string> rows)
    {
        var ofPage = new List<int>();
        foreach (var row in rows)
        {
            var text = Encoding.UTF8.GetBytes(row);
            bytes.Write(text);
            ofPage.Add(text.Length);
        }

        lengths.Add(ofPage);
    }

    /// <summary>The rows of the page that came last, and so on to that which came first.</summary>
    internal IEnumerable<string> FromTheLast()
    {
        var end = bytes.Length;
        foreach (var ofPage in Enumerable.Reverse(lengths))
        {
            end -= ofPage.Sum();
            bytes.Position = end;
            foreach (var length in ofPage)
            {
                var text = new byte[length];
                bytes.ReadExactly(text);
                yield return Encoding.UTF8.GetString(text);
            }
        }
    }

    public void Dispose() => bytes.Dispose();
}
