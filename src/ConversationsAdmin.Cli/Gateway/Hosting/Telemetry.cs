using ConversationsAdmin.Cli.Gateway.Calls;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace ConversationsAdmin.Cli.Gateway.Hosting;

/// <summary>Exports the meters over OTLP when the environment names a collector. OpenTelemetry reads its other variables itself.</summary>
internal static class Telemetry
{
    private const string ServiceName = "conv-gateway";

    private static readonly string[] EndpointNames = ["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    private static readonly string[] MeterNames =
        [CallMeters.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    /// <summary>Begins to export.</summary>
    /// <returns>What ends it, after a last export; null when no collector is named.</returns>
    /// <exception cref="RequestArgumentException">The collector's address is none.</exception>
    internal static IDisposable? Start()
    {
        var named = EndpointNames.Where(name => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name))).ToArray();
        foreach (var name in named)
        {
            CheckAddress(name);
        }

        return named is []
            ? null
            : Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(resource => resource.AddService(ServiceName))
                .AddMeter(MeterNames)
                .AddOtlpExporter()
                .Build();
    }

    // OpenTelemetry would take its own default in place of what it can't read, and say nothing.
    private static void CheckAddress(string name)
    {
        if (!Uri.TryCreate(Environment.GetEnvironmentVariable(name), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new RequestArgumentException(name, $"{name} is no address. Give one such as http://127.0.0.1:4317, or take it away.");
        }
    }
}
