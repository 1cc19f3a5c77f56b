using System.Collections.Concurrent;
using System.Diagnostics;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Removal;

/// <summary>Removes targets one by one, and says how each ended. For one run: what it learns of parents it keeps.</summary>
public sealed class Remover
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> parentExists = new(StringComparer.Ordinal);

    /// <summary>Removes one target.</summary>
    /// <param name="session">The connection to use.</param>
    /// <param name="target">The target.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <param name="mayRepeat">Asked before the removal is sent, and before it is sent again; the default is that it may be.</param>
    /// <param name="sending">As in <see cref="ProviderClient.SendAsync"/>.</param>
    /// <param name="condition">As in <see cref="ProviderClient.SendAsync"/>.</param>
    /// <exception cref="NotBegunException">It was never sent, because it might not be any more when its turn came.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; whether the target is gone is not known.</exception>
    public Task<RemovalOutcome> RemoveAsync(
        ProviderSession session,
        RemovalTarget target,
        Action<RequestNotice>? notice,
        CancellationToken cancellationToken,
        Func<bool>? mayRepeat = null,
        Func<Task>? sending = null,
        ISendCondition? condition = null) =>
        SendAsync(session, target, target.Delete, RemovalStatus.Removed, notice, cancellationToken, mayRepeat, sending, condition);

    /// <summary>Closes one target instead of removing it.</summary>
    /// <param name="session">The connection to use.</param>
    /// <param name="target">The target.</param>
    /// <param name="close">The request that closes it.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <param name="mayRepeat">Asked before the request is sent, and before it is sent again; the default is that it may be.</param>
    /// <param name="sending">As in <see cref="ProviderClient.SendAsync"/>.</param>
    /// <param name="condition">As in <see cref="ProviderClient.SendAsync"/>.</param>
    /// <exception cref="NotBegunException">It was never sent, because it might not be any more when its turn came.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; whether the target is closed is not known.</exception>
    public Task<RemovalOutcome> CloseAsync(
        ProviderSession session,
        RemovalTarget target,
        OperationRequest close,
        Action<RequestNotice>? notice,
        CancellationToken cancellationToken,
        Func<bool>? mayRepeat = null,
        Func<Task>? sending = null,
        ISendCondition? condition = null) =>
        SendAsync(session, target, close, RemovalStatus.Closed, notice, cancellationToken, mayRepeat, sending, condition);

    private async Task<RemovalOutcome> SendAsync(
        ProviderSession session,
        RemovalTarget target,
        OperationRequest request,
        RemovalStatus success,
        Action<RequestNotice>? notice,
        CancellationToken cancellationToken,
        Func<bool>? mayRepeat,
        Func<Task>? sending,
        ISendCondition? condition)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var response = await session.Client.SendAsync(request, notice, cancellationToken, mayRepeat, sending, condition).ConfigureAwait(false);
            return response.IsEmptyOrJson
                ? Outcome(session, target, success, response.Attempts, watch.Elapsed, error: null)
                : Outcome(session, target, RemovalStatus.Failed, response.Attempts, watch.Elapsed, NotAsDocumented(request.Operation, target, response));
        }
        catch (ProviderResponseException exception) when (exception.IsNotFound)
        {
            return await AfterNotFoundAsync(session, target, exception, watch, notice, cancellationToken).ConfigureAwait(false);
        }
        catch (ProviderException exception)
        {
            return Outcome(session, target, RemovalStatus.Failed, exception.Attempts, watch.Elapsed, exception);
        }
    }

    /// <summary>The outcome of a target whose removal was under way when the run ended, and had not ended in good time.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="target">The target.</param>
    /// <param name="operation">What was sent.</param>
    /// <param name="duration">How long it was under way.</param>
    public static RemovalOutcome Unfinished(ProviderSession session, RemovalTarget target, Operation operation, TimeSpan duration) =>
        Outcome(session, target, RemovalStatus.Failed, attempts: 1, duration, ProviderFailure.Unfinished(operation));

    /// <summary>The outcome of a target that is left alone.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="target">The target.</param>
    /// <param name="why">Why it is left alone.</param>
    public static RemovalOutcome Skip(ProviderSession session, RemovalTarget target, string why) =>
        Outcome(session, target, RemovalStatus.Skipped, attempts: 0, TimeSpan.Zero, error: null, why);

    /// <summary>The outcome of a target that was looked for and not found.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="target">The target.</param>
    /// <param name="notFound">What the provider said.</param>
    /// <param name="notice">Hears of retries and answers.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public Task<RemovalOutcome> MissedAsync(
        ProviderSession session, RemovalTarget target, ProviderResponseException notFound, Action<RequestNotice>? notice, CancellationToken cancellationToken) =>
        AfterNotFoundAsync(session, target, notFound, Stopwatch.StartNew(), notice, cancellationToken);

    /// <summary>The outcome of a target that was not removed, because what must be known before could not be read.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="target">The target.</param>
    /// <param name="error">Why.</param>
    public static RemovalOutcome NotReadable(ProviderSession session, RemovalTarget target, ProviderException error) =>
        Outcome(session, target, RemovalStatus.Failed, error.Attempts, TimeSpan.Zero, error);

    private static UnexpectedResponseException NotAsDocumented(Operation operation, RemovalTarget target, ProviderResponse response) =>
        new($"{operation.Provider} answered {operation.Title} with success, but not in its own form, so nothing shows that it acted on {target.Name}")
        {
            Provider = operation.Provider,
            Operation = operation.Name,
            Attempts = response.Attempts,
            Advice = "Check the address of the connection (-BaseUri), and whether something on the way answers in its place.",
        };

    private async Task<RemovalOutcome> AfterNotFoundAsync(
        ProviderSession session,
        RemovalTarget target,
        ProviderResponseException notFound,
        Stopwatch watch,
        Action<RequestNotice>? notice,
        CancellationToken cancellationToken)
    {
        // An earlier attempt of this very removal may have been carried out although its answer was lost.
        if (target.IsAlternateName && !notFound.MayHaveActedBefore)
        {
            return Outcome(session, target, RemovalStatus.Failed, notFound.Attempts, watch.Elapsed, notFound);
        }

        if (target.NotFoundCode is { } code && code != notFound.ErrorCode)
        {
            return Outcome(session, target, RemovalStatus.Failed, notFound.Attempts, watch.Elapsed, ParentMissing(target, notFound));
        }

        try
        {
            var exists = target.FetchParent is not { } parent || await ParentExistsAsync(session, parent, notice, cancellationToken).ConfigureAwait(false);
            return exists
                ? Outcome(session, target, RemovalStatus.AlreadyGone, notFound.Attempts, watch.Elapsed, error: null)
                : Outcome(session, target, RemovalStatus.Failed, notFound.Attempts, watch.Elapsed, ParentMissing(target, notFound));
        }
        catch (ProviderException exception)
        {
            return Outcome(session, target, RemovalStatus.Failed, notFound.Attempts, watch.Elapsed, exception);
        }
    }

    private async Task<bool> ParentExistsAsync(
        ProviderSession session,
        OperationRequest parent,
        Action<RequestNotice>? notice,
        CancellationToken cancellationToken)
    {
        var key = $"{session.ConnectionName} {parent.Path}";
        var look = parentExists.GetOrAdd(key, _ => new Lazy<Task<bool>>(() => FetchParentAsync(session, parent, notice, cancellationToken)));
        try
        {
            return await look.Value.ConfigureAwait(false);
        }
        catch
        {
            // A look that failed says nothing: the next one who needs it looks again.
            parentExists.TryRemove(KeyValuePair.Create(key, look));
            throw;
        }
    }

    private static async Task<bool> FetchParentAsync(
        ProviderSession session,
        OperationRequest parent,
        Action<RequestNotice>? notice,
        CancellationToken cancellationToken)
    {
        try
        {
            await session.Client.SendAsync(parent, notice, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ProviderResponseException exception) when (exception.IsNotFound)
        {
            return false;
        }
    }

    private static ProviderResponseException ParentMissing(RemovalTarget target, ProviderResponseException notFound)
    {
        var parent = target.Parent ?? "list of such resources";
        return new ProviderResponseException(
            $"{notFound.Provider} found neither {target.Name} nor its {parent}, so nothing shows that {target.Name} is gone.")
        {
            Provider = notFound.Provider,
            Operation = notFound.Operation,
            Attempts = notFound.Attempts,
            Advice = target.Parent is null ? "Check the address of the connection." : $"Check the {parent} and the account.",
            StatusCode = notFound.StatusCode,
            ErrorCode = notFound.ErrorCode,
            ProviderMessage = notFound.ProviderMessage,
            RequestId = notFound.RequestId,
            MoreInfo = notFound.MoreInfo,
            IsInTermsOfProvider = notFound.IsInTermsOfProvider,
        };
    }

    private static RemovalOutcome Outcome(
        ProviderSession session,
        RemovalTarget target,
        RemovalStatus status,
        int attempts,
        TimeSpan duration,
        ProviderException? error,
        string? message = null) => new()
        {
            Target = target.Name,
            Status = status,
            Attempts = attempts,
            Duration = duration,
            Error = error,
            Message = message ?? error?.Message,
            ResourceType = target.ResourceType,
            ConnectionName = session.ConnectionName,
            AccountSid = target.AccountSid,
            ServiceSid = target.Address["ServiceSid"],
            ConversationSid = target.Address["ConversationSid"],
            ParticipantSid = target.Address["ParticipantSid"],
            MessageSid = target.Address["MessageSid"],
            WebhookSid = target.Address["WebhookSid"],
            RoleSid = target.Address["RoleSid"],
            UserSid = target.Address["UserSid"],
            BindingSid = target.Address["BindingSid"],
            ProxyServiceSid = target.Address["ProxyServiceSid"],
            SessionSid = target.Address["SessionSid"],
            AppId = target.Address["AppId"],
            ConversationId = target.Address["ConversationId"],
        };
}
