using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Sunshine.Fields;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>The participants of a new conversation: how many there may be, and who they are.</summary>
internal static class ParticipantFields
{
    private const int MostOfGroup = 10;
    private const string UserId = "userId";
    private const string UserExternalId = "userExternalId";
    private const string SubscribeSdkClient = "subscribeSDKClient";

    public static readonly FieldSet Set =
        new(new TextField(UserId), new TextField(UserExternalId), new BooleanField(SubscribeSdkClient));

    public static IReadOnlyList<SunshineUser> Read(Call call, IReadOnlyList<FieldValues> participants, bool isPersonal)
    {
        var problems = Problems(participants, isPersonal).ToArray();
        if (problems.Length > 0)
            throw SunshineError.BadRequest(problems);
        SunshineUser[] users = [.. participants.Select(item => call.User(item.Text(UserId), item.Text(UserExternalId)))];
        return users.Distinct().Count() == users.Length
            ? users
            : throw SunshineError.BadRequest("participants names a user more than once.");
    }

    private static IEnumerable<string> Problems(IReadOnlyList<FieldValues> participants, bool isPersonal)
    {
        if (isPersonal && participants.Count != 1)
            yield return "participants of a personal conversation are exactly one.";
        if (!isPersonal && participants.Count > MostOfGroup)
            yield return $"participants has {participants.Count} users; {MostOfGroup} are allowed.";
        foreach (var (participant, index) in participants.Select((participant, index) => (participant, index)))
        {
            if (participant.Has(UserId) == participant.Has(UserExternalId))
                yield return $"participants[{index}] needs either {UserId} or {UserExternalId}.";
            if (!isPersonal && !participant.Has(SubscribeSdkClient))
                yield return $"participants[{index}] of a group needs {SubscribeSdkClient}.";
        }
    }
}
