using System.Management.Automation;

namespace ConversationsAdmin.Module.Values;

/// <summary>Refuses null for a switch, as in <c>-SkipCheck:$misspelt</c>: PowerShell would take it for true.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotNullSwitchAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => true;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData)
        ?? throw new ArgumentTransformationMetadataException("The value is null, as a misspelt variable is. Give $true or $false, or the switch alone.");
}
