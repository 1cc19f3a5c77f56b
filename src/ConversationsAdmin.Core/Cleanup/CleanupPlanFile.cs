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
            File.Delete(unfinished);
            RefuseExisting(path, overwrite);
            throw new RunFileException("FileNotWritable", path, $"The plan can't be written to {path}: {exception.Message}", exception);
        }
    }

    /// <summary>Refuses a file that is there already, before work is done for it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <exception cref="RunFileException"><c>FileExists</c>.</exception>
    public static void RefuseExisting(string path, bool overwrite)
    {
        if (!overwrite && File.Exists(path))
        {
            throw new RunFileException("FileExists", path, $"{path} is there already. Give another file, or -Force to replace it.");
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
            var document = JsonSerializer.Deserialize<PlanDocument>(file, PlanDocument.Options) ?? throw new JsonException("It is null.");
            return document.Type != PlanDocument.TypeName ? throw new JsonException("It is no plan of a clean-up.")
                : document.SchemaVersion != PlanDocument.CurrentVersion ? throw new JsonException($"It has version {document.SchemaVersion}, and this program reads version {PlanDocument.CurrentVersion}.")
                : ToPlan(document, path);
        }
        catch (Exception exception) when (exception is JsonException or RequestArgumentException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RunFileException("PlanUnreadable", path, $"{path} can't be read as a plan: {exception.Message} {Advice}", exception);
        }
    }

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
        var resource = CleanupResources.Of(document.ResourceType);
        var provider = Enum.TryParse<Provider>(document.Provider, out var known) && known == resource.Api.Provider()
            ? known
            : throw new JsonException($"{document.ResourceType} is not of '{document.Provider}'.");
        if (resource.Container is { } container && !container.Matches(document.Container))
        {
            throw new JsonException($"{container.IdentifierName}: {container.Explain(document.Container)}");
        }

        return new CleanupPlan
        {
            PlanId = string.IsNullOrWhiteSpace(document.PlanId) ? throw new JsonException("It has no planId.") : document.PlanId,
            ResourceType = resource.ResourceType,
            Account = new ConnectionIdentity(provider, document.Host, document.Account),
            ConnectionName = document.ConnectionName,
            Container = document.Container,
            CreatedAt = document.CreatedAt.ToUniversalTime(),
            Criteria = ToCriteria(document.Criteria),
            Listed = document.Listed,
            Items = ToItems(resource, document),
            Path = path,
        };
    }

    private static CleanupCriteria ToCriteria(PlanDocument.CriteriaDocument criteria) => new()
    {
        State = criteria.State,
        CreatedBefore = criteria.CreatedBefore,
        UpdatedBefore = criteria.UpdatedBefore,
        LastMessageBefore = criteria.LastMessageBefore,
        NoParticipant = criteria.NoParticipant,
        NoMessage = criteria.NoMessage,
        Name = criteria.Name ?? [],
        Attribute = criteria.Attribute.ToDictionary(value => value.Key, value => JsonText.ToValue(value.Value)),
        KeepNewest = criteria.KeepNewest,
        Exclude = criteria.Exclude ?? [],
    };

    // A person may have edited the file, so what it names is checked like what a person types.
    private static CleanupPlanItem[] ToItems(CleanupResource resource, PlanDocument document)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. document.Items.Select(item =>
                item is null ? throw new JsonException("An item is null.")
                : !resource.Kind.Matches(item.Target) ? throw new JsonException(resource.Kind.Explain(item.Target))
                : !seen.Add(item.Target) ? throw new JsonException($"{item.Target} stands in it twice.")
                : string.IsNullOrWhiteSpace(item.Fingerprint) ? throw new JsonException($"{item.Target} has no fingerprint.")
                : PlanItems.Create(resource, document.Container, item.Target) with
                {
                    Name = item.Name,
                    State = item.State,
                    DateCreated = item.DateCreated,
                    DateUpdated = item.DateUpdated,
                    LastMessageAt = item.LastMessageAt,
                    Fingerprint = item.Fingerprint,
                }),
        ];
    }
}
