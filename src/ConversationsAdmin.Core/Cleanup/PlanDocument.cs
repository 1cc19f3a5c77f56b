using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>A plan as its file holds it, or lacks it: a person may have edited it.</summary>
internal sealed record PlanDocument
{
    internal const string TypeName = "ConversationsAdmin.CleanupPlan";
    internal const int CurrentVersion = 1;

    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNameCaseInsensitive = false,
        AllowTrailingCommas = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    public string? Type { get; init; }

    public int? SchemaVersion { get; init; }

    public string? PlanId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public string? Provider { get; init; }

    public string? Host { get; init; }

    public string? Account { get; init; }

    public string? ConnectionName { get; init; }

    public string? ResourceType { get; init; }

    public string? Container { get; init; }

    public IReadOnlyList<string>? UserIds { get; init; }

    public IReadOnlyList<string>? UserExternalIds { get; init; }

    public CriteriaDocument? Criteria { get; init; }

    public bool? Close { get; init; }

    public int Listed { get; init; }

    public IReadOnlyList<ItemDocument?>? Items { get; init; }

    internal sealed record CriteriaDocument
    {
        public string? State { get; init; }

        public DateTimeOffset? CreatedBefore { get; init; }

        public DateTimeOffset? UpdatedBefore { get; init; }

        public DateTimeOffset? LastMessageBefore { get; init; }

        public bool NoParticipant { get; init; }

        public bool NoMessage { get; init; }

        public IReadOnlyList<string>? Name { get; init; }

        public IReadOnlyDictionary<string, JsonElement>? Attribute { get; init; }

        public int? KeepNewest { get; init; }

        public IReadOnlyList<string>? Exclude { get; init; }
    }

    internal sealed record ItemDocument
    {
        public string? Target { get; init; }

        public string? Name { get; init; }

        public string? State { get; init; }

        public DateTimeOffset? DateCreated { get; init; }

        public DateTimeOffset? DateUpdated { get; init; }

        public DateTimeOffset? LastMessageAt { get; init; }

        public string? Fingerprint { get; init; }
    }
}
