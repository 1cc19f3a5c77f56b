using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>A policy as its file holds it: JSON, comments and trailing commas allowed. cleanup-policy.schema.json describes it.</summary>
internal sealed record CleanupPolicy
{
    internal const int CurrentVersion = 1;

    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required int SchemaVersion { get; init; }

    public required string ResourceType { get; init; }

    public string? Service { get; init; }

    public string? App { get; init; }

    public IReadOnlyList<string>? Users { get; init; }

    public IReadOnlyList<string>? ExternalUsers { get; init; }

    public required CriteriaOfPolicy Criteria { get; init; }

    public bool Close { get; init; }

    public bool SkipCheck { get; init; }

    public string? Plan { get; init; }

    public string? Journal { get; init; }

    public string? Archive { get; init; }

    public bool IncludeReceipts { get; init; }

    public bool AcceptIncompleteArchive { get; init; }

    public int? Throttle { get; init; }

    public double? ActionsPerSecond { get; init; }

    public int? MaxItems { get; init; }

    public int? MaxErrors { get; init; }

    public string? MaxAge { get; init; }

    internal sealed record CriteriaOfPolicy
    {
        public string? State { get; init; }

        public string? CreatedOlderThan { get; init; }

        public string? UpdatedOlderThan { get; init; }

        public string? LastMessageOlderThan { get; init; }

        public bool NoParticipant { get; init; }

        public bool NoMessage { get; init; }

        public IReadOnlyList<string>? Name { get; init; }

        public IReadOnlyDictionary<string, JsonElement>? Attribute { get; init; }

        public int? KeepNewest { get; init; }

        public IReadOnlyList<string>? Exclude { get; init; }
    }
}
