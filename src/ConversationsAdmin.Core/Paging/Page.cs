using System.Text.Json;
using ConversationsAdmin.Core.Http;

namespace ConversationsAdmin.Core.Paging;

/// <summary>A page of a list as it came, its rows not read yet.</summary>
/// <typeparam name="TNext">What leads on from it.</typeparam>
internal sealed class Page<TNext>(ProviderResponse response, JsonDocument document, JsonElement rows, TNext next) : IDisposable
{
    internal JsonElement Answer => document.RootElement;

    internal JsonElement Rows => rows;

    internal TNext Next => next;

    public void Dispose()
    {
        document.Dispose();
        response.Dispose();
    }
}
