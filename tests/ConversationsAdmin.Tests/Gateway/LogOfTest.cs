using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ConversationsAdmin.Tests.Gateway;

/// <summary>Keeps what the gateway's own categories log: each entry with its values.</summary>
internal sealed class LogOfTest : ILoggerProvider
{
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string?>> entries = new();

    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Entries => [.. entries];

    /// <summary>The lines of calls that change or destroy something.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Writes => [.. entries.Where(entry => entry.ContainsKey("Operation"))];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogOfTest log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => category.StartsWith("ConversationsAdmin.", StringComparison.Ordinal);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && state is IReadOnlyList<KeyValuePair<string, object?>> values)
            {
                log.entries.Enqueue(values.ToDictionary(value => value.Key, value => value.Value?.ToString()));
            }
        }
    }
}
