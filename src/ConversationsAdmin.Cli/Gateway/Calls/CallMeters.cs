using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ConversationsAdmin.Cli.Gateway.Calls;

/// <summary>Counts and times the calls, for whoever listens to the meter.</summary>
internal sealed class CallMeters : IDisposable
{
    /// <summary>The name of the meter.</summary>
    internal const string MeterName = "ConversationsAdmin.Gateway";

    private readonly Meter meter = new(MeterName);
    private readonly UpDownCounter<long> active;
    private readonly Histogram<double> duration;
    private readonly Counter<long> removals;

    public CallMeters()
    {
        active = meter.CreateUpDownCounter<long>("gateway.call.active", "{call}", "Calls in progress.");
        removals = meter.CreateCounter<long>("gateway.removal.count", "{item}", "Items of clean-up plans that were carried out.");
        duration = meter.CreateHistogram<double>("gateway.call.duration", "s", "How long calls took, waiting for the provider's limits included.");
    }

    /// <summary>Counts an item of a plan that was carried out.</summary>
    internal void Removed(Caller caller, RemovalOutcome outcome) => removals.Add(1, new TagList
    {
        { "interface", caller.Interface },
        { "resource", outcome.ResourceType },
        { "outcome", outcome.Status.ToString() },
    });

    internal void Begun(OperationCall call) => active.Add(1, Tags(call));

    internal void Ended(OperationCall call, CallEnd end, TimeSpan taken)
    {
        active.Add(-1, Tags(call));
        var tags = Tags(call);
        tags.Add("outcome", end.Code ?? "ok");
        tags.Add("status", end.Status);
        duration.Record(taken.TotalSeconds, tags);
    }

    public void Dispose() => meter.Dispose();

    private static TagList Tags(OperationCall call) => new()
    {
        { "interface", call.Caller.Interface },
        { "provider", call.Operation.Provider.ToString() },
        { "operation", call.Operation.Title },
    };
}
