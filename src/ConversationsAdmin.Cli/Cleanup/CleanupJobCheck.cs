using System.Text.Json;
using ConversationsAdmin.Core.Cleanup;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Refuses what can't be done before credentials are read and anything is sent.</summary>
internal static class CleanupJobCheck
{
    // Stands for the user whose conversations the sandbox has.
    private const string SandboxUser = "user";

    /// <exception cref="RequestArgumentException">The criteria or the steps can't be meant.</exception>
    /// <exception cref="RunFileException">A file can't be made, or is named twice.</exception>
    internal static void Check(CleanupJob job, CleanupOptions options)
    {
        var resource = CleanupResources.Of(job.ResourceType);
        try
        {
            CriteriaRules.Checked(resource, ScopeOf(job, resource, options), job.Criteria);
            job.Steps.Check(resource);
        }
        catch (RequestArgumentException exception)
        {
            throw exception.Naming(job.IsOfPolicy ? MemberOf : OptionOf);
        }

        CheckFiles(job, options);
    }

    private static CleanupScope ScopeOf(CleanupJob job, CleanupResource resource, CleanupOptions options) => new()
    {
        ResourceType = job.ResourceType,
        Container = job.Container ?? resource.Container?.OfNothing,
        UserIds = options.Sandbox && resource.ListsByUser && job.UserIds.Count + job.UserExternalIds.Count == 0 ? [SandboxUser] : job.UserIds,
        UserExternalIds = job.UserExternalIds,
    };

    private static void CheckFiles(CleanupJob job, CleanupOptions options)
    {
        string[] files = [.. new[] { job.PlanPath, job.Steps.JournalPath, job.Steps.ArchivePath }.OfType<string>()];
        foreach (var file in files)
        {
            if (files.Count(other => other == file) > 1)
            {
                throw new RunFileException("FileInUse", file, $"{file} is given for more than one of plan, journal and archive. Give each a file of its own.");
            }

            if (Path.GetDirectoryName(file) is { } folder && !Directory.Exists(folder))
            {
                throw new RunFileException("FileNotWritable", file, $"{file} can't be written: the folder {folder} is not there. Make it first.");
            }
        }

        if (!job.IsOfPolicy && !options.Sandbox && options is { PlanPath: { } plan, ServiceSid: null } && !File.Exists(plan))
        {
            throw new RequestArgumentException("plan", $"There is no plan at {plan}. Give the file of one; or pass --service, or --policy, to make one.");
        }
    }

    /// <summary>What a policy calls a parameter of the cmdlets.</summary>
    internal static string MemberOf(string parameter) => parameter switch
    {
        "CreatedBefore" => "createdOlderThan",
        "UpdatedBefore" => "updatedOlderThan",
        "LastMessageBefore" => "lastMessageOlderThan",
        "UserId" => "users",
        "UserExternalId" => "externalUsers",
        "ServiceSid" or "ProxyServiceSid" => "service",
        "AppId" => "app",
        "IncludeReceipt" => "includeReceipts",
        _ => JsonNamingPolicy.CamelCase.ConvertName(parameter),
    };

    private static string OptionOf(string parameter) => parameter switch
    {
        "ServiceSid" => "--service",
        "UpdatedBefore" => "--older-than",
        _ => $"--{JsonNamingPolicy.KebabCaseLower.ConvertName(parameter)}",
    };
}
