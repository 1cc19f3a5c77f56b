using System.Globalization;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Sunshine;

/// <summary>Derives the id of a participant from the ids that it joins, so that none needs to be kept.</summary>
internal static class ParticipantId
{
    private const int Shift = 17;

    public static string Of(SunshineConversation conversation, SunshineUser user) =>
        SunshineId.Next(new SeededRandom(0, Digits(conversation.Id) ^ ulong.RotateLeft(Digits(user.Id), Shift)));

    private static ulong Digits(string id) => ulong.Parse(id.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
