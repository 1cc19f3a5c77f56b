namespace ConversationsAdmin.Core.Http;

/// <summary>What must hold in the moment in which a request is sent. A request that has waited too long for its turn renews it, and waits again.</summary>
public interface ISendCondition
{
    /// <summary>Whether it holds. Asked when the request's turn has come.</summary>
    bool Holds { get; }

    /// <summary>Makes it hold again. While that lasts, the request has no turn and no place.</summary>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="Exception">It can't: the request is not sent, and ends with this.</exception>
    Task RenewAsync(CancellationToken cancellationToken);
}
