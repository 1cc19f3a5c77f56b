using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>A plan as its file holds it.</summary>
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
        NumberHandling = JsonNumberHandling.Strict,
    };

    public required string Type { get; init; }

    public required int SchemaVersion { get; init; }

    public required string PlanId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Provider { get; init; }

    public required string Host { get; init; }

    public string? Account { get; init; }

    public required string ConnectionName { get; init; }

    public required string ResourceType { get; init; }

    public string? Container { get; init; }

    public required CriteriaDocument Criteria { get; init; }

    public int Listed { get; init; }

    public required IReadOnlyList<ItemDocument> Items { get; init; }

    internal sealed record CriteriaDocument
    {
        public string? State { get; init; }

        public DateTimeOffset? CreatedBefore { get; init; }

        public DateTimeOffset? UpdatedBefore { get; init; }

        public DateTimeOffset? LastMessageBefore { get; init; }

        public bool NoParticipant { get; init; }

        public bool NoMessage { get; init; }

        public IReadOnlyList<string> Name { get; init; } = [];

        public IReadOnlyDictionary<string, JsonElement> Attribute { get; init; } = new Dictionary<string, JsonElement>();

        public int? KeepNewest { get; init; }

        public IReadOnlyList<string> Exclude { get; init; } = [];
    }

    internal sealed record ItemDocument
    {
        public required string Target { get; init; }

        public string? Name { get; init; }

        public string? State { get; init; }

        public DateTimeOffset? DateCreated { get; init; }

        public DateTimeOffset? DateUpdated { get; init; }

        public DateTimeOffset? LastMessageAt { get; init; }

        public required string Fingerprint { get; init; }
    }
}
