using System.Diagnostics;
using System.Globalization;
using System.Net;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Pacing;
using RestSharp;

namespace ConversationsAdmin.Core.Http;

/// <summary>
/// The lowest level: sends a checked request and answers what the provider said, raw. Retries, waits at the connection's gate,
/// follows no redirect, and tells a cancelled request from a failed one.
/// </summary>
public sealed class ProviderClient : IDisposable
{
    // One request's growing patience is not everybody's: unless the provider says how long, the others wait only a moment.
    private static readonly TimeSpan MaxUnaskedPause = TimeSpan.FromSeconds(1);

    private readonly ClientOptions options;
    private readonly ApiClient[] clients;
    private readonly ConnectionGate gate;
    private readonly RetryPolicy retry;

    /// <summary>Creates a client. No request is sent.</summary>
    /// <param name="options">Where, who, and how patiently.</param>
    public ProviderClient(ClientOptions options)
    {
        this.options = options;
        gate = new ConnectionGate(options, TimeProvider.System);
        retry = new RetryPolicy(options.Retry, TimeProvider.System);
        clients = [.. options.Addresses.Select(address => new ApiClient(address, CreateClient(address.BaseUri)))];
    }

    /// <summary>Whether it has an address for an API.</summary>
    /// <param name="api">The API.</param>
    public bool Reaches(Api api) => clients.Any(client => client.Address.Api == api);

    /// <summary>Where requests to an API go.</summary>
    /// <param name="api">The API.</param>
    public Uri AddressOf(Api api) => ClientOf(api).Address.BaseUri;

    /// <summary>The slowest pace, in write actions a second, that makes a request of the connection wait, or did so lately; null when none waits.</summary>
    public double? CurrentPace => gate.CurrentPace;

    /// <summary>Sends a request until it is answered for good.</summary>
    /// <param name="request">The request.</param>
    /// <param name="notice">Hears of retries, of answers and of the pace, on whatever thread they happen.</param>
    /// <param name="cancellationToken">Ends waiting and sending at once.</param>
    /// <param name="mayRepeat">Asked before the request is sent, and before it is sent again; the default is that it may be.</param>
    /// <param name="sending">Awaited when the request's turn has come and nothing of it is sent yet. If it fails, nothing is.</param>
    /// <param name="condition">What must hold when it is sent, and when it is sent again; null for nothing.</param>
    /// <returns>An answer with a status of 200 to 299.</returns>
    /// <exception cref="NotBegunException">It was never sent, because it might not be any more when its turn came.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ProviderResponseException">The provider refused.</exception>
    /// <exception cref="ProviderTimeoutException">No answer came in time.</exception>
    /// <exception cref="ProviderConnectionException">The provider was not reached, or the connection broke.</exception>
    /// <exception cref="UnexpectedResponseException">The provider answered with a redirect.</exception>
    public async Task<ProviderResponse> SendAsync(
        OperationRequest request,
        Action<RequestNotice>? notice,
        CancellationToken cancellationToken,
        Func<bool>? mayRepeat = null,
        Func<Task>? sending = null,
        ISendCondition? condition = null)
    {
        mayRepeat ??= static () => true;
        Attempt? previous = null;
        var attempts = 0;
        var mayHaveActed = false;
        var last = await retry.RunAsync(
            request.Operation,
            async token =>
            {
                while (true)
                {
                    if (previous is not null && !mayRepeat())
                    {
                        // Nobody wants it any more since the wait began.
                        return previous;
                    }

                    if (condition is { Holds: false })
                    {
                        await condition.RenewAsync(token).ConfigureAwait(false);
                    }

                    try
                    {
                        previous = await SendOnceAsync(request, isReturning: attempts > 0, MaySend, attempts == 0 ? sending : null, notice, token).ConfigureAwait(false);
                        attempts++;
                        return previous;
                    }
                    catch (NotBegunException) when (condition is { Holds: false } && mayRepeat())
                    {
                        // Its turn came too late.
                    }
                    catch (NotBegunException) when (previous is not null)
                    {
                        return previous;
                    }
                }
            },
            (attempt, delay) =>
            {
                mayHaveActed |= attempt.MayHaveActed;
                if (attempt is { IsThrottled: true, IsOfScope: false })
                {
                    gate.Pause(attempt.Response!.RetryAfter is null && delay > MaxUnaskedPause ? MaxUnaskedPause : delay);
                }

                notice?.Invoke(RetryNotice(request, attempt, attempts, delay));
            },
            mayRepeat,
            cancellationToken).ConfigureAwait(false);

        notice?.Invoke(EndNotice(request, last));
        return last is { End: AttemptEnd.Answered, Response: { IsSuccess: true } response }
            ? response with { Attempts = attempts, MayHaveActedBefore = mayHaveActed }
            : throw ProviderFailure.ToException(request, last, attempts, mayHaveActed, AddressOf(request.Operation.Api));

        bool MaySend() => mayRepeat() && condition is not { Holds: false };
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        foreach (var client in clients)
        {
            client.Rest.Dispose();
        }
    }

    private ApiClient ClientOf(Api api) => clients.First(client => client.Address.Api == api);

    private async Task<Attempt> SendOnceAsync(
        OperationRequest request,
        bool isReturning,
        Func<bool> maySend,
        Func<Task>? sending,
        Action<RequestNotice>? notice,
        CancellationToken cancellationToken)
    {
        Action<string>? tell = notice is null ? null : text => notice(PaceNotice(request, text));
        using var passage = await gate.EnterAsync(request, isReturning, maySend, sending, tell, cancellationToken).ConfigureAwait(false);
        var begun = Stopwatch.GetTimestamp();
        var attempt = await ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
        return passage.Ended(attempt with { Duration = Stopwatch.GetElapsedTime(begun) });
    }

    private async Task<Attempt> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        ProviderResponse? answer = null;
        var rest = RestRequestFactory.Create(request);
        rest.CompletionOption = HttpCompletionOption.ResponseHeadersRead;
        rest.AdvancedResponseWriter = (message, _) =>
        {
            answer = ToResponse(message);
            return new RestResponse(rest) { ResponseStatus = ResponseStatus.Completed };
        };
        var response = await ClientOf(request.Operation.Api).Rest.ExecuteAsync(rest, cancellationToken).ConfigureAwait(false);
        if (answer is not null)
        {
            return new Attempt { End = AttemptEnd.Answered, Response = answer };
        }

        // RestSharp reports a cancelled request as a status, in the manner of a failure.
        cancellationToken.ThrowIfCancellationRequested();
        return new Attempt
        {
            End = response.ResponseStatus == ResponseStatus.TimedOut ? AttemptEnd.TimedOut : EndWithoutAnswer(response.ErrorException),
            Cause = response.ErrorException,
        };
    }

    private static AttemptEnd EndWithoutAnswer(Exception? exception) => (exception as HttpRequestException)?.HttpRequestError switch
    {
        // The handler's own time-out for connecting.
        null when exception is OperationCanceledException { InnerException: TimeoutException } => AttemptEnd.NeverSent,
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError => AttemptEnd.NeverSent,
        HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError => AttemptEnd.Unreachable,
        _ => AttemptEnd.ConnectionLost,
    };

    // RestSharp's own reading copies a body three times; here it was read before.
    private static ProviderResponse ToResponse(HttpResponseMessage message) => new()
    {
        StatusCode = (int)message.StatusCode,
        Content = WholeBody.Of(message),
        RequestId = Header(message, "Twilio-Request-Id") ?? Header(message, "X-Request-Id"),
        RateLimit = RateLimit.Read(name => Header(message, name)),
        RetryAfter = RetryAfter.Parse(Header(message, "Retry-After"), DateTimeOffset.UtcNow),
    };

    private static string? Header(HttpResponseMessage message, string name) =>
        message.Headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;

    private static RequestNotice RetryNotice(OperationRequest request, Attempt attempt, int attempts, TimeSpan delay) => new(
        request.Operation,
        request.Path,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Operation.Provider}: {ProviderFailure.Describe(attempt)} on {request.Operation.Method} {WireLine.PathOf(request)}; attempt {attempts + 1} follows in {delay.TotalSeconds:0.0} s."),
        RequestNoticeKind.Retry);

    private static RequestNotice EndNotice(OperationRequest request, Attempt attempt) => new(
        request.Operation,
        request.Path,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{WireLine.Of(request)}: {ProviderFailure.Describe(attempt)} after {attempt.Duration.TotalSeconds:0.000} s{(attempt.Response?.RequestId is { } id ? $", request {id}" : "")}"),
        RequestNoticeKind.Answer);

    private static RequestNotice PaceNotice(OperationRequest request, string text) =>
        new(request.Operation, request.Path, $"{request.Operation.Provider}: {text}", RequestNoticeKind.Pace);

    private RestClient CreateClient(Uri baseUri) => new(new RestClientOptions(baseUri)
    {
        Authenticator = options.Authenticator,
        FollowRedirects = false,
        Timeout = options.Timeout,
        UserAgent = $"ConversationsAdmin/{typeof(ProviderClient).Assembly.GetName().Version?.ToString(3)}",
        ConfigureMessageHandler = _ => new WholeBody(options.Handler?.Invoke() ?? CreateHandler(baseUri)),
    });

    // RestSharp's own settings do not reach a handler that is given to it, so what it would have set stands here again.
    internal static HttpMessageHandler CreateHandler(Uri baseUri, Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect = null) =>
        new NoSilentRepeat(new SocketsHttpHandler
        {
            // What is meant for this machine, unencrypted perhaps, must not go to a proxy on another.
            UseProxy = !baseUri.IsLoopback,
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(15),
            ConnectCallback = connect,
        });

    private sealed record ApiClient(ApiAddress Address, RestClient Rest);
}
