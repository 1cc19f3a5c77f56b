using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Sunshine.Fields;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>One request to one endpoint, with the records that it names.</summary>
internal sealed record Call(
    SunshineApp App,
    SeededRandom Ids,
    DateTimeOffset Now,
    string AddressOfList,
    IReadOnlyDictionary<string, string> Path,
    IReadOnlyDictionary<string, string> Query,
    FieldValues Body)
{
    public SunshineConversation Conversation() => ConversationIfAny() ?? throw SunshineError.ConversationNotFound();

    public SunshineConversation? ConversationIfAny() => App.Conversation(Path["conversationId"]);

    /// <summary>The user that one of two names stands for, of which exactly one is given.</summary>
    public SunshineUser User(string? id, string? externalId) =>
        (id is null ? App.UserWithExternalId(externalId!) : App.UserWithId(id)) ?? throw SunshineError.UserNotFound();
}
