using System.Text.Json;
using ConversationsAdmin.Core.Cleanup;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Reads policies. What a policy says wrongly, or what nobody knows, refuses all of it.</summary>
internal static class CleanupPolicyFile
{
    private const int MaxThrottle = 64;

    /// <summary>Reads a policy. Paths in it are from its own folder; <c>{date}</c> in them is today, in UTC.</summary>
    /// <exception cref="RunFileException"><c>PolicyUnreadable</c>.</exception>
    internal static CleanupJob Read(string path, DateTimeOffset now)
    {
        try
        {
            var policy = JsonSerializer.Deserialize<CleanupPolicy>(File.ReadAllText(path), CleanupPolicy.Options) ?? throw new JsonException("It is null.");
            return policy.SchemaVersion == CleanupPolicy.CurrentVersion
                ? ToJob(policy, Path.GetDirectoryName(Path.GetFullPath(path))!, now)
                : throw new JsonException($"schemaVersion is {policy.SchemaVersion}, and this program reads {CleanupPolicy.CurrentVersion}.");
        }
        catch (Exception exception) when (exception is JsonException or RequestArgumentException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RunFileException("PolicyUnreadable", path, $"{path} can't be read as a policy: {exception.Message}", exception);
        }
    }

    private static CleanupJob ToJob(CleanupPolicy policy, string folder, DateTimeOffset now)
    {
        var resource = CleanupResources.Of(policy.ResourceType);
        string? FileOf(string? file) =>
            file is null ? null
            : string.IsNullOrWhiteSpace(file) ? throw new JsonException("A path is blank. Leave it out instead.")
            : Path.GetFullPath(file.Replace("{date}", $"{now.UtcDateTime:yyyy-MM-dd}", StringComparison.Ordinal), folder);
        return new CleanupJob
        {
            ResourceType = resource.ResourceType,
            Container = ContainerOf(policy, resource),
            UserIds = policy.Users ?? [],
            UserExternalIds = policy.ExternalUsers ?? [],
            Criteria = ToCriteria(policy.Criteria, now),
            PlanPath = FileOf(policy.Plan),
            ActionsPerSecond = policy.ActionsPerSecond,
            MaxErrors = Positive("maxErrors", policy.MaxErrors, int.MaxValue),
            Limits = new PlanLimits
            {
                MaxItem = Positive("maxItems", policy.MaxItems, int.MaxValue),
                MaxAge = AgeOf("maxAge", policy.MaxAge) ?? PlanLimits.DefaultMaxAge,
            },
            Steps = new PlanSteps
            {
                Close = policy.Close,
                SkipCheck = policy.SkipCheck,
                JournalPath = FileOf(policy.Journal),
                ArchivePath = FileOf(policy.Archive),
                IncludeReceipts = policy.IncludeReceipts,
                AcceptIncompleteArchive = policy.AcceptIncompleteArchive,
                ThrottleLimit = Positive("throttle", policy.Throttle, new PlanSteps().ThrottleLimit) is var throttle and <= MaxThrottle
                    ? throttle
                    : throw new JsonException($"throttle is {policy.Throttle}. Give 1 to {MaxThrottle}."),
            },
        };
    }

    private static string? ContainerOf(CleanupPolicy policy, CleanupResource resource) => (policy.Service, policy.App, resource.Container?.IdentifierName) switch
    {
        (null, null, _) => null,
        (_, null, "ServiceSid" or "ProxyServiceSid") => policy.Service,
        (null, _, "AppId") => policy.App,
        _ => throw new JsonException($"{resource.ResourceType} does not lie in {(policy.App is null ? "a service" : "an app")}. Leave it out, or give another resourceType."),
    };

    private static CleanupCriteria ToCriteria(CleanupPolicy.CriteriaOfPolicy criteria, DateTimeOffset now) => new()
    {
        State = criteria.State,
        CreatedBefore = now - AgeOf("createdOlderThan", criteria.CreatedOlderThan),
        UpdatedBefore = now - AgeOf("updatedOlderThan", criteria.UpdatedOlderThan),
        LastMessageBefore = now - AgeOf("lastMessageOlderThan", criteria.LastMessageOlderThan),
        NoParticipant = criteria.NoParticipant,
        NoMessage = criteria.NoMessage,
        Name = criteria.Name ?? [],
        Attribute = criteria.Attribute?.ToDictionary(value => value.Key, value => ToValue(value.Key, value.Value)) ?? [],
        KeepNewest = criteria.KeepNewest,
        Exclude = criteria.Exclude ?? [],
    };

    private static TimeSpan? AgeOf(string member, string? text) =>
        text is null ? null : Age.Parse(text) ?? throw new JsonException($"{member} is '{text}'. Give a number of days or hours, such as 90d or 36h.");

    private static int Positive(string member, int? number, int otherwise) =>
        number is null ? otherwise : number > 0 ? number.Value : throw new JsonException($"{member} is {number}. Give 1 or more, or leave it out.");

    private static object? ToValue(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetDecimal(),
        _ => throw new JsonException($"The value of the attribute '{name}' is no text, number, boolean or null."),
    };
}
