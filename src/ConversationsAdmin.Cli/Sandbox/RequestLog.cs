using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Cli.Sandbox;

/// <summary>Adds each request of a sandbox to a file as a line of JSON, so that what a server did outlives its clients and itself.</summary>
public sealed class RequestLog : IDisposable
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // The default would write every & of a query as \u0026.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly object gate = new();
    private readonly FileStream file;

    /// <summary>Opens the file, and goes on behind what it holds already.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public RequestLog(string path) => file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    /// <summary>Adds a request. It is with the operating system when this returns, and so survives the end of the process.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void Add(SandboxRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var line = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Time = request.Received,
                request.Method,
                request.Path,
                request.Query,
                request.Status,
                request.Acted,
                request.Fault,
                request.Cancelled,
            },
            Form);
        lock (gate)
            file.Write([.. line, (byte)'\n']);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => file.Dispose();
}
