using System.Net.Sockets;
using ConversationsAdmin.Sandbox.Http;

namespace ConversationsAdmin.Sandbox.Faults;

/// <summary>What a disturbance makes of an answer.</summary>
internal static class Disturbance
{
    /// <summary>What a caller meets whose connection is reset: the same exceptions as the real handler's.</summary>
    public static HttpRequestException Reset()
    {
        var reset = new SocketException((int)SocketError.ConnectionReset);
        var unreadable = new IOException($"Unable to read data from the transport connection: {reset.Message}.", reset);
        return new HttpRequestException("An error occurred while sending the request.", unreadable);
    }

    /// <summary>The answer with what is done to it; the same one where there is nothing to do it to.</summary>
    public static Answer Of(SandboxFault? fault, Answer answer, SandboxOptions options, bool withBody) => fault switch
    {
        SandboxFault.Truncated when !answer.Body.IsEmpty => answer with { IsCut = true },
        SandboxFault.Slow => answer with { HeldBack = options.SlowBy },
        SandboxFault.UndocumentedSuccess => Undocumented(answer, withBody),
        _ => answer,
    };

    // Either status tells a client that a delete succeeded, but each provider documents only one of them.
    private static Answer Undocumented(Answer answer, bool withBody) => answer.Status switch
    {
        204 => withBody ? Answer.EmptyObject : new Answer(200, default),
        200 => Answer.NoContent,
        _ => answer,
    };
}
