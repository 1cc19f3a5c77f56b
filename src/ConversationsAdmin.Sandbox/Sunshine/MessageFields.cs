using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Sunshine.Fields;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>What a message is posted with. What is only about its delivery is taken and does nothing.</summary>
internal static class MessageFields
{
    private const string Author = "author";
    private const string Content = "content";
    private const string Metadata = "metadata";
    private const string Type = "type";
    private const string Business = "business";
    private const string User = "user";
    private const string UserId = "userId";
    private const string UserExternalId = "userExternalId";
    private const string DisplayName = "displayName";
    private const string AvatarUrl = "avatarUrl";

    private static readonly FieldSet AuthorSet = new(
        new ChoiceField(Type, Business, User) { Required = true },
        new AnyField("subtypes", JsonValueKind.Array),
        new TextField(UserId),
        new TextField(UserExternalId),
        new TextField("brandId", MaxLength: 24) { Nullable = true },
        new TextField(DisplayName),
        new WebAddressField(AvatarUrl, MaxLength: 2048));

    public static readonly FieldSet Set = new(
        new ObjectField(Author, AuthorSet) { Required = true },
        new ContentField(Content) { Required = true },
        new MetadataField(Metadata, MaxBytes: 4096),
        new AnyField("destination", JsonValueKind.Object),
        new AnyField("override", JsonValueKind.Object),
        new TextField("schema"));

    public static SunshineMessage Read(Call call)
    {
        var author = call.Body.Object(Author);
        var (type, userId, externalId) = (author.Text(Type)!, author.Text(UserId), author.Text(UserExternalId));
        if (type == Business && (userId ?? externalId) is not null)
            throw SunshineError.BadRequest($"{UserId} and {UserExternalId} are for an author of the type {User}.");
        if (userId is not null && externalId is not null)
            throw SunshineError.BadRequest($"{Author} takes either {UserId} or {UserExternalId}.");
        var user = userId is null && externalId is null ? null : call.User(userId, externalId);
        return new SunshineMessage(
            SunshineId.Next(call.Ids), call.Now, AuthorJson(type, user, author), call.Body.Json(Content)!)
        {
            UserId = user?.Id,
            SourceType = "api:conversations",
            Metadata = call.Body.Json(Metadata),
        };
    }

    // Answers show no external id of a user.
    private static string AuthorJson(string type, SunshineUser? user, FieldValues author) => JsonObject.Of(
        (Type, type), (UserId, user?.Id), (DisplayName, author.Text(DisplayName)), (AvatarUrl, author.Text(AvatarUrl)));
}
