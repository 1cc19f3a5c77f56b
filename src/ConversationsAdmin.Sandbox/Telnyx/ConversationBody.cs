using System.Text.Json;
using ConversationsAdmin.Sandbox.Http;
using ConversationsAdmin.Sandbox.Telnyx.Data;
using ConversationsAdmin.Sandbox.Telnyx.Errors;

namespace ConversationsAdmin.Sandbox.Telnyx;

/// <summary>The fields of a conversation in the body of a request; null stands for one that was not given.</summary>
internal sealed record ConversationBody(string? Name, Metadata? Metadata)
{
    private const string NameField = "name";
    private const string MetadataField = "metadata";

    public static ConversationBody Read(IncomingRequest request, bool takesName) => JsonBody.Read(request, root => Read(root, takesName));

    private static ConversationBody Read(JsonElement root, bool takesName)
    {
        string? name = null;
        Metadata? metadata = null;
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name == MetadataField)
                metadata = MetadataJson.Read(property.Value, "body", MetadataField);
            else if (property.Name == NameField && takesName)
                name = NameFrom(property.Value);
            else
                throw new ValidationError("extra_forbidden", "There is no such field here.", "body", property.Name);
        }
        return new ConversationBody(name, metadata);
    }

    private static string NameFrom(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new ValidationError("string_type", "The name has to be a string.", "body", NameField);
}
