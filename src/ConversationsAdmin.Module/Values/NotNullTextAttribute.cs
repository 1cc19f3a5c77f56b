using System.Management.Automation;

namespace ConversationsAdmin.Module.Values;

/// <summary>
/// Refuses null, which PowerShell would turn into an empty text: a misspelt variable must not clear a field. A script block would become its own text.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotNullTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => true;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null => throw new ArgumentTransformationMetadataException("The value is null, as a misspelt variable is. Give a value, or leave the parameter out. Where a field can be cleared, an empty text ('') does it, and '{}' for attributes and metadata."),
            ScriptBlock => throw new ArgumentTransformationMetadataException("A script block is no value here, and is not run for each object. Use ForEach-Object, and give the value there."),
            _ => inputData,
        };
}
