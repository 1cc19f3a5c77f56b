using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConversationsAdmin.Core.Operations;

/// <summary>How JSON is written: as people write it.</summary>
internal static class Json
{
    // The default would write every + of a phone number as an escape.
    internal static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
