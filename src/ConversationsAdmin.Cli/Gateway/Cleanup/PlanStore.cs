using ConversationsAdmin.Cli.Gateway.Calls;
using ConversationsAdmin.Core.Cleanup;
using Microsoft.AspNetCore.Http;

namespace ConversationsAdmin.Cli.Gateway.Cleanup;

/// <summary>The folder with the plans that were made here, and for each its journal and its archive. Callers know plans by id, and never name a file.</summary>
internal sealed class PlanStore(string directory)
{
    private const string PlanEnding = ".plan.json";

    /// <summary>Where plans are kept when nothing else is said.</summary>
    internal static string DefaultDirectory =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "conv", "plans");

    /// <summary>Keeps a plan.</summary>
    /// <exception cref="RunFileException">The folder can't be written.</exception>
    internal CleanupPlan Add(CleanupPlan plan)
    {
        CreateDirectory();
        return CleanupPlanFile.Write(plan, PathOf(plan.PlanId, PlanEnding), overwrite: false);
    }

    /// <summary>A plan that was made here.</summary>
    /// <exception cref="CallRefusedException">There is none with that id.</exception>
    /// <exception cref="RunFileException">Its file can't be read.</exception>
    internal CleanupPlan Read(string planId)
    {
        // The id becomes part of a path, so it must be one.
        if (!Guid.TryParse(planId, out var id) || PathOf(id.ToString(), PlanEnding) is var path && !File.Exists(path))
        {
            throw new CallRefusedException(StatusCodes.Status404NotFound, "plan_not_found", $"There is no plan '{planId}' here. Make one with plan-cleanup.");
        }

        return CleanupPlanFile.Read(PathOf(id.ToString(), PlanEnding));
    }

    internal string JournalOf(CleanupPlan plan) => PathOf(plan.PlanId, ".journal.jsonl");

    internal string ArchiveOf(CleanupPlan plan) => PathOf(plan.PlanId, ".archive.jsonl.gz");

    private string PathOf(string planId, string ending) => Path.Combine(directory, planId + ending);

    private void CreateDirectory()
    {
        try
        {
            _ = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(directory)
                : Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunFileException("FileNotWritable", directory, $"The folder {directory} can't be made: {exception.Message} Give another with --run-directory.", exception);
        }
    }
}
