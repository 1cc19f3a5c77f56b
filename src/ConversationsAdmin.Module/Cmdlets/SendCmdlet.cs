using System.ComponentModel;
using System.Management.Automation;
using System.Text.Json;
using System.Threading.Channels;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Module.Errors;

namespace ConversationsAdmin.Module.Cmdlets;

/// <summary>Adds sending: requests that each answer with the resource that they created or changed.</summary>
/// <typeparam name="T">The resource.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendCmdlet<T> : TargetCmdlet<QueuedRequest, SendResult<T>>
    where T : Resource
{
    private protected SendCmdlet()
    {
    }

    /// <summary>The service: IS and 32 hexadecimal digits. The default is that of the connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ChatServiceSid")]
    public string? ServiceSid { get; set; }

    /// <summary>Whether the provider calls your webhooks for this change. Left out, it does not.</summary>
    [Parameter]
    [Alias("X-Twilio-Webhook-Enabled")]
    public bool? WebhookEnabled { get; set; }

    /// <summary>True when the service was named on the command line, and not by what comes down the pipeline.</summary>
    private protected bool ServiceSidIsExplicit { get; private set; }

    /// <summary>The operation that is sent.</summary>
    private protected abstract Operation Operation { get; }

    // A method rather than a delegate: the types of overridden members are loaded on import, before private assemblies can be found.
    private protected abstract T Read(JsonElement json, string connectionName);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        ServiceSidIsExplicit = ServiceSid is not null;
        CheckGivenValues(Operation);
    }

    /// <summary>Ends a command that would send an update without anything to update.</summary>
    private protected void RequireChange()
    {
        if (!GivenValues(Operation).Any(value => Operation.Parameters.Any(parameter => parameter.Name == value.Key && parameter.Location == ParameterLocation.Body)))
        {
            Terminate(ErrorRecords.NothingToChange());
        }
    }

    private protected void Send(ConvConnection connection, OperationRequest request, object? target) =>
        Enqueue(new QueuedRequest(SessionOf(connection), request, target));

    /// <inheritdoc/>
    private protected override async Task WorkAsync(QueuedRequest queued, ChannelWriter<SendResult<T>> results, CancellationToken cancellationToken)
    {
        try
        {
            var resource = await queued.Session.SendAsync(queued.Request, Read, Notice, cancellationToken).ConfigureAwait(false);
            await results.WriteAsync(new SendResult<T>(resource, queued.Target), StopToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!StopToken.IsCancellationRequested)
        {
            await results.WriteAsync(new SendResult<T>(ProviderFailure.Unfinished(Operation), queued.Target), StopToken).ConfigureAwait(false);
        }
        catch (ProviderException exception)
        {
            await results.WriteAsync(new SendResult<T>(exception, queued.Target), StopToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    private protected override void Take(SendResult<T> result)
    {
        Progress.CountDone(failed: result.Error is not null);
        if (result.Error is { } error)
        {
            WriteProviderError(error, result.Target);
        }
        else
        {
            WriteObject(result.Resource);
        }
    }
}
