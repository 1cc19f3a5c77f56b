using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Telnyx;

/// <summary>An insight as Telnyx answers it.</summary>
internal static class TelnyxConversationInsightShape
{
    internal static readonly ObjectShape Resource = new(
        new("id", ShapeType.Text),
        new("status", ShapeType.Text) { Known = ["pending", "in_progress", "completed", "failed"] },
        new("created_at", ShapeType.Text) { Format = "date-time" },
        new("conversation_insights", ShapeType.List)
        {
            Items = new("conversation_insights", ShapeType.Object) { Members = new(new("insight_id", ShapeType.Text), new("result", ShapeType.Text)) },
        });
}
