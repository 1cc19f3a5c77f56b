using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Telnyx;

/// <summary>An AI conversation as Telnyx answers it.</summary>
internal static class TelnyxConversationShape
{
    internal static readonly ObjectShape Resource = new(
        new("id", ShapeType.Text) { Format = "uuid" },
        new("name", ShapeType.Text),
        new("created_at", ShapeType.Text) { Format = "date-time" },
        new("last_message_at", ShapeType.Text) { Format = "date-time" },
        new("metadata", ShapeType.Object));
}
