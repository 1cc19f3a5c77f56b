using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConversationsAdmin.Core.Cleanup;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Reads policies. What a policy says wrongly, or what nobody knows, refuses all of it.</summary>
internal static class CleanupPolicyFile
{
    private const int MaxThrottle = 64;
    private const double MaxActionsPerSecond = 1000;
    private const string Advice = "cleanup-policy.schema.json, beside the program, says what may stand where.";

    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        CommentHandling = CleanupPolicy.Options.ReadCommentHandling,
        AllowTrailingCommas = CleanupPolicy.Options.AllowTrailingCommas,
        AllowDuplicateProperties = CleanupPolicy.Options.AllowDuplicateProperties,
    };

    /// <summary>Reads a policy. Paths in it are from its own folder; <c>{date}</c> in them is today, in UTC.</summary>
    /// <exception cref="RunFileException"><c>PolicyUnreadable</c>.</exception>
    internal static CleanupJob Read(string path, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), DocumentOptions);
            CheckHead(json.RootElement);
            return ToJob(json.Deserialize<CleanupPolicy>(CleanupPolicy.Options)!, Path.GetDirectoryName(Path.GetFullPath(path))!, now);
        }
        catch (JsonException exception) when (exception.Path is { } place)
        {
            throw Unreadable(path, $"What stands at {place} is not what a policy has there. {Advice}", exception);
        }
        catch (JsonException exception) when (exception.LineNumber is not null)
        {
            throw Unreadable(path, $"It is no JSON. {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is JsonException or RequestArgumentException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(path, exception.Message, exception);
        }
    }

    /// <summary>Reads what stands in place of a policy's file: a JSON object with members of a policy, which names no files.</summary>
    /// <exception cref="JsonException">It is not what a policy has there.</exception>
    /// <exception cref="RequestArgumentException">The type of resource is unknown.</exception>
    internal static CleanupJob OfJson(JsonObject policy, DateTimeOffset now) =>
        ToJob(policy.Deserialize<CleanupPolicy>(CleanupPolicy.Options)!, folder: "", now);

    // What is written for a later version may hold what this one does not know; that must be said first.
    private static void CheckHead(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"It is no object with the members of a policy. {Advice}");
        }

        var version = Demand(root, "schemaVersion").GetRawText();
        if (version != $"{CleanupPolicy.CurrentVersion}")
        {
            throw new JsonException($"schemaVersion is {version}, and this program reads {CleanupPolicy.CurrentVersion}.");
        }

        Demand(root, "resourceType");
        Demand(root, "criteria");
    }

    private static JsonElement Demand(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value : throw new JsonException($"It has no {name}. {Advice}");

    private static RunFileException Unreadable(string path, string why, Exception cause) =>
        new("PolicyUnreadable", path, $"{path} can't be read as a policy: {why}", cause);

    private static CleanupJob ToJob(CleanupPolicy policy, string folder, DateTimeOffset now)
    {
        var resource = CleanupResources.Of(policy.ResourceType);
        string? FileOf(string member, string? file) =>
            file is null ? null
            : string.IsNullOrWhiteSpace(file) || file.Contains('\0', StringComparison.Ordinal) ? throw new JsonException($"{member} is '{file.Replace("\0", "", StringComparison.Ordinal)}', which is no path. Leave it out, or give one.")
            : Path.GetFullPath(file.Replace("{date}", now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal), folder);
        return new CleanupJob
        {
            IsOfPolicy = true,
            ResourceType = resource.ResourceType,
            Container = ContainerOf(policy, resource),
            UserIds = policy.Users ?? [],
            UserExternalIds = policy.ExternalUsers ?? [],
            Criteria = ToCriteria(policy.Criteria, now),
            PlanPath = FileOf("plan", policy.Plan),
            ActionsPerSecond = policy.ActionsPerSecond is null or 0 or (>= 0.01 and <= MaxActionsPerSecond)
                ? policy.ActionsPerSecond
                : throw new JsonException($"actionsPerSecond is {policy.ActionsPerSecond}. Give 0.01 to {MaxActionsPerSecond}, or 0 for no limit."),
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
                JournalPath = FileOf("journal", policy.Journal),
                ArchivePath = FileOf("archive", policy.Archive),
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
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.Number => throw new JsonException($"The value of the attribute '{name}', {value.GetRawText()}, is no number that can be compared exactly. Give one of at most 28 digits."),
        _ => throw new JsonException($"The value of the attribute '{name}' is no text, number, boolean or null."),
    };
}
