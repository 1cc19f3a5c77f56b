using System.Text;
using System.Text.Json;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>
/// A plan in a file: JSON that a person can review, one line for each item. Lines may be taken out of it.
/// It holds names of conversations and no secret, and only its owner may read it.
/// </summary>
public static class CleanupPlanFile
{
    private const string ItemsMember = "\"items\":[]";
    private const string Advice = "Give a file that New-ConvCleanupPlan or conv wrote.";

    /// <summary>Writes a plan to a new file.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <returns>The plan, with its file.</returns>
    /// <exception cref="RunFileException"><c>FileExists</c>, or <c>FileNotWritable</c>.</exception>
    public static CleanupPlan Write(CleanupPlan plan, string path, bool overwrite)
    {
        RefuseExisting(path, overwrite);

        // A plan is there whole or not at all.
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            WriteText(plan, unfinished);
            File.Move(unfinished, path, overwrite);
            return plan with { Path = path };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }

            RefuseExisting(path, overwrite);
            throw NotWritable(path, exception.Message, exception);
        }
    }

    /// <summary>Refuses a file that is there already, or can't be made, before work is done for it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <exception cref="RunFileException"><c>FileExists</c>, or <c>FileNotWritable</c>.</exception>
    public static void RefuseExisting(string path, bool overwrite)
    {
        if (!overwrite && File.Exists(path))
        {
            throw new RunFileException("FileExists", path, $"{path} is there already. Give another file, or -Force to replace it.");
        }

        if (Directory.Exists(path))
        {
            throw NotWritable(path, "it is a folder. Give a file in it.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw NotWritable(path, $"the folder {folder} is not there. Make it first.");
        }
    }

    /// <summary>Reads a plan.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RunFileException"><c>PlanUnreadable</c>: it is none, or holds what no plan can hold.</exception>
    public static CleanupPlan Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);

            // Who takes out the last line leaves a comma behind.
            using var json = JsonDocument.Parse(file, new JsonDocumentOptions { AllowTrailingCommas = PlanDocument.Options.AllowTrailingCommas });
            CheckHead(json.RootElement);
            return ToPlan(json.Deserialize<PlanDocument>(PlanDocument.Options)!, path);
        }
        catch (JsonException exception) when (exception.Path is { } place)
        {
            throw Unreadable(path, $"what stands at {place} is not what a plan has there.", exception);
        }
        catch (Exception exception) when (exception is JsonException or RequestArgumentException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(path, exception.Message, exception);
        }
    }

    // What is written by a later version may hold what this one does not know; that must be said first.
    private static void CheckHead(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("type"u8, out var type) || !(type.ValueKind == JsonValueKind.String && type.ValueEquals(PlanDocument.TypeName)))
        {
            throw new JsonException("it is no plan of a clean-up.");
        }

        if (!root.TryGetProperty("schemaVersion"u8, out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != PlanDocument.CurrentVersion)
        {
            throw new JsonException($"its schemaVersion is {(version.ValueKind == JsonValueKind.Undefined ? "not there" : version.GetRawText())}, and this program reads version {PlanDocument.CurrentVersion}.");
        }
    }

    private static RunFileException Unreadable(string path, string why, Exception cause) =>
        new("PlanUnreadable", path, $"{path} can't be read as a plan: {why} {Advice}", cause);

    private static RunFileException NotWritable(string path, string why, Exception? cause = null) =>
        new("FileNotWritable", path, $"The plan can't be written to {path}: {why}", cause);

    private static void WriteText(CleanupPlan plan, string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options);
        var head = JsonSerializer.Serialize(ToDocument(plan), PlanDocument.Options);
        writer.Write(head.AsSpan(0, head.LastIndexOf(ItemsMember, StringComparison.Ordinal)));
        writer.WriteLine("\"items\":[");
        for (var index = 0; index < plan.Items.Count; index++)
        {
            writer.Write(JsonSerializer.Serialize(ToDocument(plan.Items[index]), PlanDocument.Options));
            writer.WriteLine(index < plan.Items.Count - 1 ? "," : "");
        }

        writer.WriteLine("]}");
        writer.Flush();
        ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
    }

    private static PlanDocument ToDocument(CleanupPlan plan) => new()
    {
        Type = PlanDocument.TypeName,
        SchemaVersion = PlanDocument.CurrentVersion,
        PlanId = plan.PlanId,
        CreatedAt = plan.CreatedAt,
        Provider = plan.Account.Provider.ToString(),
        Host = plan.Account.Host,
        Account = plan.Account.Account,
        ConnectionName = plan.ConnectionName,
        ResourceType = plan.ResourceType,
        Container = plan.Container,
        UserIds = plan.UserIds is [] ? null : plan.UserIds,
        UserExternalIds = plan.UserExternalIds is [] ? null : plan.UserExternalIds,
        Criteria = new PlanDocument.CriteriaDocument
        {
            State = plan.Criteria.State,
            CreatedBefore = plan.Criteria.CreatedBefore,
            UpdatedBefore = plan.Criteria.UpdatedBefore,
            LastMessageBefore = plan.Criteria.LastMessageBefore,
            NoParticipant = plan.Criteria.NoParticipant,
            NoMessage = plan.Criteria.NoMessage,
            Name = plan.Criteria.Name,
            Attribute = plan.Criteria.Attribute.ToDictionary(value => value.Key, value => JsonSerializer.SerializeToElement(value.Value)),
            KeepNewest = plan.Criteria.KeepNewest,
            Exclude = plan.Criteria.Exclude,
        },
        Close = plan.Close ? true : null,
        Listed = plan.Listed,
        Items = [],
    };

    private static PlanDocument.ItemDocument ToDocument(CleanupPlanItem item) => new()
    {
        Target = item.Target,
        Name = item.Name,
        State = item.State,
        DateCreated = item.DateCreated,
        DateUpdated = item.DateUpdated,
        LastMessageAt = item.LastMessageAt,
        Fingerprint = item.Fingerprint,
    };

    private static CleanupPlan ToPlan(PlanDocument document, string path)
    {
        var resource = CleanupResources.Of(Given(document.ResourceType, "resourceType"));
        if (document.Provider != resource.Api.Provider().ToString())
        {
            throw new JsonException($"{resource.ResourceType} is not of '{document.Provider}'.");
        }

        if (resource.Container is { } container && !container.Matches(document.Container))
        {
            throw new JsonException($"container: {container.Explain(document.Container)}");
        }

        return new CleanupPlan
        {
            PlanId = Given(document.PlanId, "planId"),
            ResourceType = resource.ResourceType,
            Account = new ConnectionIdentity(resource.Api.Provider(), Given(document.Host, "host"), document.Account),
            ConnectionName = Given(document.ConnectionName, "connectionName"),
            Container = document.Container,
            UserIds = document.UserIds ?? [],
            UserExternalIds = document.UserExternalIds ?? [],
            CreatedAt = (document.CreatedAt ?? throw Lacking("createdAt")).ToUniversalTime(),
            Criteria = ToCriteria(document.Criteria ?? throw Lacking("criteria")),
            Close = document.Close ?? false,
            Listed = document.Listed,
            Items = ToItems(resource, document.Container, document.Items ?? throw Lacking("items")),
            Path = path,
        };
    }

    private static string Given(string? value, string member) => string.IsNullOrWhiteSpace(value) ? throw Lacking(member) : value;

    private static JsonException Lacking(string member) => new($"it has no {member}.");

    private static CleanupCriteria ToCriteria(PlanDocument.CriteriaDocument criteria) => new()
    {
        State = criteria.State,
        CreatedBefore = criteria.CreatedBefore,
        UpdatedBefore = criteria.UpdatedBefore,
        LastMessageBefore = criteria.LastMessageBefore,
        NoParticipant = criteria.NoParticipant,
        NoMessage = criteria.NoMessage,
        Name = criteria.Name ?? [],
        Attribute = criteria.Attribute?.ToDictionary(value => value.Key, value => JsonText.ToValue(value.Value)) ?? [],
        KeepNewest = criteria.KeepNewest,
        Exclude = criteria.Exclude ?? [],
    };

    // A person may have edited the file, so what it names is checked like what a person types.
    private static CleanupPlanItem[] ToItems(CleanupResource resource, string? container, IReadOnlyList<PlanDocument.ItemDocument?> items)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. items.Select(item =>
                item is null ? throw new JsonException("an item is null.")
                : !resource.Kind.Matches(item.Target) ? throw new JsonException($"an item is none: {resource.Kind.Explain(item.Target)}")
                : !seen.Add(item.Target!) ? throw new JsonException($"{item.Target} stands in it twice.")
                : PlanItems.Create(resource, container, item.Target!) with
                {
                    Name = item.Name,
                    State = item.State,
                    DateCreated = item.DateCreated,
                    DateUpdated = item.DateUpdated,
                    LastMessageAt = item.LastMessageAt,
                    Fingerprint = string.IsNullOrWhiteSpace(item.Fingerprint) ? throw new JsonException($"{item.Target} has no fingerprint.") : item.Fingerprint,
                }),
        ];
    }
}
