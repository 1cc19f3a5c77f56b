using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConversationsAdmin.Tests.Core.Cleanup;

/// <summary>A Twilio conversation as a <see cref="ConversationServer"/> holds it.</summary>
internal sealed class ConversationRow(int number)
{
    public string Sid { get; init; } = $"CH{number:x32}";

    public string? ServiceSid { get; init; } = Requests.ServiceSid;

    public string? AccountSid { get; init; } = Connect.AccountSid;

    public string? FriendlyName { get; set; }

    public string? UniqueName { get; set; }

    public string? State { get; set; } = "active";

    public string? Created { get; set; } = "2026-01-01T00:00:00Z";

    public string? Updated { get; set; } = "2026-01-01T00:00:00Z";

    /// <summary>The attributes as the provider keeps them: any text.</summary>
    public string? Attributes { get; set; } = "{}";

    /// <summary>The SID and the date of each message, the newest last.</summary>
    public List<(string Sid, string? Date)> Messages { get; } = [];

    /// <summary>Those who take part, as the provider lists them.</summary>
    public List<string> Participants { get; } = [];

    public ConversationRow With(params string[] identities)
    {
        Participants.AddRange(identities.Select(identity => $$"""{"sid":"{{Sid.Replace("CH", "MB", StringComparison.Ordinal)}}","identity":{{JsonSerializer.Serialize(identity)}}}"""));
        return this;
    }

    public ConversationRow Said(string? date)
    {
        Messages.Add(($"IM{Messages.Count + 1:x32}", date));
        return this;
    }

    public string ToJson() => new JsonObject
    {
        ["sid"] = Sid,
        ["account_sid"] = AccountSid,
        ["chat_service_sid"] = ServiceSid,
        ["friendly_name"] = FriendlyName,
        ["unique_name"] = UniqueName,
        ["state"] = State,
        ["date_created"] = Created,
        ["date_updated"] = Updated,
        ["attributes"] = Attributes,
    }.ToJsonString();
}
