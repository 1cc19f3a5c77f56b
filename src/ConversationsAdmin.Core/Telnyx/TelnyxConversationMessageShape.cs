using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Telnyx;

/// <summary>A message of an AI conversation as Telnyx answers it.</summary>
internal static class TelnyxConversationMessageShape
{
    internal static readonly ObjectShape Resource = new(
        new("role", ShapeType.Text) { Known = ["user", "assistant", "tool"] },
        new("text", ShapeType.Text) { Nullable = true, Description = "What was said; null where the assistant only calls a tool." },
        new("sent_at", ShapeType.Text) { Format = "date-time" },
        new("created_at", ShapeType.Text) { Format = "date-time" },
        new("tool_calls", ShapeType.List)
        {
            Items = new("tool_calls", ShapeType.Object)
            {
                Members = new(
                    new("id", ShapeType.Text),
                    new("type", ShapeType.Text) { Known = ["function"] },
                    new("function", ShapeType.Object)
                    {
                        Members = new(
                            new("name", ShapeType.Text),
                            new("arguments", ShapeType.Text) { Description = "The arguments as the text of JSON." }),
                    }),
            },
        },
        new("metadata", ShapeType.Object));
}
