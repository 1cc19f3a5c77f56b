using System.Text;

namespace ConversationsAdmin.Tests.Core.Wire;

/// <summary>What a <see cref="WireServer"/> does with a request: bytes for the socket, silence, or a broken connection.</summary>
/// <param name="Bytes">What is written; null for nothing.</param>
/// <param name="HangsUp">Whether the connection is reset afterwards.</param>
internal sealed record WireAnswer(byte[]? Bytes, bool HangsUp)
{
    /// <summary>Never answers.</summary>
    public static readonly WireAnswer Silence = new(null, HangsUp: false);

    /// <summary>Breaks the connection in place of an answer.</summary>
    public static readonly WireAnswer Reset = new(null, HangsUp: true);

    public static WireAnswer Json(int status, string body, params string[] headers) => Text(status, "application/json", body, headers);

    public static WireAnswer Empty(int status, params string[] headers) => Text(status, "application/json", "", headers);

    public static WireAnswer Text(int status, string type, string body, params string[] headers) =>
        new(Encoding.UTF8.GetBytes(Head(status, type, Encoding.UTF8.GetByteCount(body), headers) + body), HangsUp: false);

    /// <summary>Announces the whole body, sends a part of it and breaks the connection.</summary>
    public static WireAnswer Truncated(int status, string body) =>
        new(Encoding.UTF8.GetBytes(Head(status, "application/json", body.Length * 2, []) + body), HangsUp: true);

    private static string Head(int status, string type, int length, string[] headers) => string.Join(
        "\r\n",
        [$"HTTP/1.1 {status} Answer", $"Content-Type: {type}", .. status == 204 ? [] : new[] { $"Content-Length: {length}" }, .. headers, "", ""]);
}
