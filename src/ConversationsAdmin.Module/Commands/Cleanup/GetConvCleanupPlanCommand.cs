using System.Management.Automation;
using ConversationsAdmin.Core.Cleanup;
using ConversationsAdmin.Module.Cmdlets;
using ConversationsAdmin.Module.Errors;
using ConversationsAdmin.Module.Values;

namespace ConversationsAdmin.Module.Commands.Cleanup;

/// <summary>Reads plans that New-ConvCleanupPlan or conv wrote. Nothing is sent.</summary>
[Cmdlet(VerbsCommon.Get, "ConvCleanupPlan")]
[OutputType(typeof(CleanupPlan))]
public sealed class GetConvCleanupPlanCommand : ConvCmdlet
{
    /// <summary>The files.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            try
            {
                WriteObject(CleanupPlanFile.Read(FilePaths.Resolve(this, path)));
            }
            catch (RunFileException exception)
            {
                WriteError(exception.ToErrorRecord());
            }
        }
    }
}
