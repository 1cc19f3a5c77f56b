using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Sunshine;

/// <summary>A conversation as Sunshine answers it.</summary>
internal static class SunshineConversationShape
{
    internal static readonly ObjectShape Resource = new(
        new("id", ShapeType.Text),
        new("type", ShapeType.Text) { Known = SunshineConversationResource.Types },
        new("metadata", ShapeType.Object) { Nullable = true },
        Switchboard("activeSwitchboardIntegration"),
        Switchboard("pendingSwitchboardIntegration"),
        new("isDefault", ShapeType.Boolean) { Description = "Whether it is the user's default conversation, which can't be deleted." },
        new("displayName", ShapeType.Text) { Nullable = true },
        new("description", ShapeType.Text) { Nullable = true },
        new("iconUrl", ShapeType.Text) { Nullable = true, Format = "uri" },
        new("businessLastRead", ShapeType.Text) { Nullable = true, Format = "date-time" },
        new("lastUpdatedAt", ShapeType.Text) { Nullable = true, Format = "date-time" },
        new("createdAt", ShapeType.Text) { Format = "date-time" });

    private static ShapeField Switchboard(string name) => new(name, ShapeType.Object)
    {
        Nullable = true,
        Members = new(
            new("id", ShapeType.Text),
            new("name", ShapeType.Text),
            new("integrationId", ShapeType.Text),
            new("integrationType", ShapeType.Text)),
    };
}
