using System.Text.Json;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Paging;

namespace ConversationsAdmin.Core.Connections;

/// <summary>What stands behind an open connection: the client, and the typed resources that its answers become.</summary>
public sealed class ProviderSession : IDisposable
{
    private readonly string? account;

    /// <summary>Creates a session.</summary>
    /// <param name="origin">What the resources will say of where they were read.</param>
    /// <param name="client">The client, which the session disposes.</param>
    /// <param name="account">The account, as <see cref="ConnectionIdentity.Account"/> has it.</param>
    public ProviderSession(ResourceOrigin origin, ProviderClient client, string? account)
    {
        Origin = origin;
        Client = client;
        this.account = account;
    }

    /// <summary>What the resources say of where they were read.</summary>
    public ResourceOrigin Origin { get; }

    /// <summary>The name of the connection.</summary>
    public string ConnectionName => Origin.ConnectionName;

    /// <summary>The client.</summary>
    public ProviderClient Client { get; }

    /// <summary>Whose data an API of the connection reaches.</summary>
    /// <param name="api">The API.</param>
    public ConnectionIdentity IdentityFor(Api api)
    {
        var address = Client.AddressOf(api);
        return new ConnectionIdentity(api.Provider(), $"{address.Authority}{address.AbsolutePath.TrimEnd('/')}", account);
    }

    /// <summary>The session behind a connection.</summary>
    /// <param name="connection">The connection.</param>
    public static ProviderSession Of(ConvConnection connection) => (ProviderSession)connection.Session;

    /// <summary>Sends a request and reads the one resource that answers it.</summary>
    /// <typeparam name="T">The resource.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <param name="mayRepeat">Asked before the request is sent, and before it is sent again; the default is that it may be.</param>
    /// <param name="sending">As in <see cref="ProviderClient.SendAsync"/>.</param>
    /// <exception cref="ProviderException">As <see cref="ProviderClient.SendAsync"/>; and when the answer is no such resource.</exception>
    public async Task<T> SendAsync<T>(
        OperationRequest request,
        ResourceReader<T> read,
        Action<RequestNotice>? notice,
        CancellationToken cancellationToken,
        Func<bool>? mayRepeat = null,
        Func<Task>? sending = null)
    {
        using var response = await Client.SendAsync(request, notice, cancellationToken, mayRepeat, sending).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(response.Body);
            var resource = request.Operation.Envelope is { } envelope ? document.RootElement.GetProperty(envelope) : document.RootElement;
            return read(resource, Origin with { Request = request });
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new UnexpectedResponseException(
                $"{request.Operation.Provider} answered {request.Operation.Title} with success, but not with a {request.Operation.ResourceType} that can be read.",
                exception)
            {
                Provider = request.Operation.Provider,
                Operation = request.Operation.Name,
                Attempts = response.Attempts,
                MayHaveActed = true,
                Advice = request.Operation.ReadOnly ? null : Uncertainty.Advice(request) ?? "It was probably done: look before you repeat it.",
            };
        }
    }

    /// <summary>Reads a list page by page, to the end.</summary>
    /// <typeparam name="T">The resource.</typeparam>
    /// <param name="first">The request of the first page.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <param name="mostRows">After how many rows the caller may have enough: no page beyond is asked for before the caller moves on.</param>
    public IAsyncEnumerable<IReadOnlyList<T>> ListAsync<T>(
        OperationRequest first,
        ResourceReader<T> read,
        Action<RequestNotice>? notice,
        CancellationToken cancellationToken,
        long mostRows = long.MaxValue)
    {
        var origin = Origin with { Request = first };
        return ListPages.ReadAsync(Client, first, json => read(json, origin), notice, cancellationToken, mostRows);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => Client.Dispose();
}

/// <summary>Reads a resource from a provider's answer.</summary>
/// <typeparam name="T">The resource.</typeparam>
/// <param name="json">The answer.</param>
/// <param name="origin">Where it was read.</param>
public delegate T ResourceReader<out T>(JsonElement json, ResourceOrigin origin);
