using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Sunshine.Fields;

namespace ConversationsAdmin.Sandbox.Sunshine;

internal static class ConversationFields
{
    public const string Type = "type";
    public const string Participants = "participants";
    public const string Personal = "personal";
    public const string SdkGroup = "sdkGroup";

    private const string DisplayName = "displayName";
    private const string Description = "description";
    private const string IconUrl = "iconUrl";
    private const string Metadata = "metadata";

    private static readonly Field[] Changeable =
    [
        new TextField(DisplayName, MaxLength: 100) { Nullable = true },
        new TextField(Description, MaxLength: 100) { Nullable = true },
        new WebAddressField(IconUrl, MaxLength: 2048) { Nullable = true },
        new MetadataField(Metadata, MaxBytes: 4096) { Nullable = true },
    ];

    public static readonly FieldSet OfNew = new(
    [
        new ChoiceField(Type, Personal, SdkGroup) { Required = true },
        new ObjectsField(Participants, ParticipantFields.Set),
        .. Changeable,
    ]);

    public static readonly FieldSet OfUpdate = new(Changeable);

    /// <summary>Sets what the body gives: null clears a field, and what is not there stays.</summary>
    public static void Apply(FieldValues body, SunshineConversation conversation)
    {
        if (body.Has(DisplayName))
            conversation.DisplayName = body.Text(DisplayName);
        if (body.Has(Description))
            conversation.Description = body.Text(Description);
        if (body.Has(IconUrl))
            conversation.IconUrl = body.Text(IconUrl);
        if (body.Has(Metadata))
            conversation.Metadata = body.Json(Metadata);
    }
}
