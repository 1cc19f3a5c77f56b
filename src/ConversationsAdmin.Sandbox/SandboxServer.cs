using ConversationsAdmin.Sandbox.Faults;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Recording;
using ConversationsAdmin.Sandbox.Settings;

namespace ConversationsAdmin.Sandbox;

/// <summary>An imitation of a provider that lives in memory and behaves as the provider's documents say.</summary>
public abstract class SandboxServer
{
    private readonly PlannedFaults faults;
    private readonly PlannedDisturbances disturbances;
    private readonly AnswerHeaders answerHeaders;

    private protected SandboxServer(SandboxOptions? options, TimeProvider time)
    {
        Options = options ?? new SandboxOptions();
        SandboxSettings.DemandSensible(Options);
        Time = time;
        faults = new PlannedFaults(Options, IsCode);
        disturbances = new PlannedDisturbances(Options);
        answerHeaders = new AnswerHeaders(Options, new WholeSecondClock(Options.Now, time), time);
    }

    /// <summary>The options that this sandbox was started with.</summary>
    public SandboxOptions Options { get; }

    /// <summary>What the sandbox was asked.</summary>
    public SandboxRecord Record { get; } = new();

    /// <summary>
    /// The address of each API of the provider, which callers in the same process use, by the path that it has on a host that the providers share.
    /// </summary>
    public abstract IReadOnlyDictionary<string, Uri> BaseAddresses { get; }

    /// <summary>Ends when the sample data are made, in the background. Requests that come earlier are received then.</summary>
    public virtual Task Ready => Task.CompletedTask;

    private protected TimeProvider Time { get; }

    /// <summary>
    /// Makes the addresses in answers begin with a host that the providers share. As with the provider, the default names its own host,
    /// whatever host was called; a client that follows such addresses leaves a sandbox behind a socket, unless they name that.
    /// </summary>
    public virtual void PublishAt(Uri sharedHost)
    {
    }

    /// <summary>Makes a handler for an HTTP client in the same process; all handlers share this sandbox's state.</summary>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(this);

    /// <summary>Answers one request. It acts before it waits, so a caller who gives up may still have changed something.</summary>
    /// <exception cref="HttpRequestException">The connection is reset, as the options ask for.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        var started = Time.GetTimestamp();
        var begun = Record.Begin(request, Time.GetUtcNow());
        begun.Cancelled = true;
        try
        {
            var incoming = await IncomingRequest.ReadAsync(request, cancellationToken).ConfigureAwait(false);
            Record.Received(begun, incoming.Body);
            var answer = Decide(incoming, begun);
            await HoldBackAsync(Options.Latency, cancellationToken).ConfigureAwait(false);
            if (answer is { Body.IsEmpty: true })
                await HoldBackAsync(answer.HeldBack, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            begun.Cancelled = false;
            if (answer is null || begun.Fault == SandboxFault.ResetAfterActing)
                throw Disturbance.Reset();
            var extra = Headers(begun.Received.ConcurrentRequests, Time.GetElapsedTime(started));
            return answerHeaders.Respond(request, answer with { Headers = [.. extra, .. answer.Headers] });
        }
        finally
        {
            Record.End(begun);
        }
    }

    /// <summary>Acts, or not, and gives the answer; null when there is none because nothing was done.</summary>
    private Answer? Decide(IncomingRequest incoming, RequestInProgress begun)
    {
        var disturbance = disturbances.Next(incoming.Method);
        if (faults.Next(incoming.Method) is { } refusal)
        {
            begun.Fault = refusal.Kind;
            return Told(Refuse(refusal), begun);
        }
        if (disturbance == SandboxFault.ResetBeforeActing)
        {
            begun.Fault = disturbance;
            return null;
        }
        var answer = Answer(incoming);
        var disturbed = Disturbance.Of(disturbance, answer, Options, withBody: begun.Received.Number % 2 == 0);
        if (disturbed != answer || disturbance == SandboxFault.ResetAfterActing)
            begun.Fault = disturbance;
        return Told(disturbed, begun);
    }

    private static Answer Told(Answer answer, RequestInProgress begun)
    {
        begun.Status = answer.Status;
        return answer;
    }

    private Task HoldBackAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        wait > TimeSpan.Zero ? Task.Delay(wait, Time, cancellationToken) : Task.CompletedTask;

    private protected abstract Answer Answer(IncomingRequest request);

    /// <summary>The provider's own answer for a fault that is not of its rules.</summary>
    private protected abstract Answer Refuse(Fault fault);

    /// <summary>Whether this is the form of the provider's codes, so that a planned refusal is meant for it.</summary>
    private protected abstract bool IsCode(string code);

    /// <summary>The headers that every answer of the provider carries.</summary>
    private protected abstract IEnumerable<KeyValuePair<string, string>> Headers(int concurrent, TimeSpan duration);
}
