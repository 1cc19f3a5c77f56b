using System.Management.Automation;

namespace ConversationsAdmin.Module.Values;

/// <summary>Refuses null, which PowerShell would turn into an empty text: a misspelt variable must not clear a field.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotNullTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => true;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData ?? throw new ArgumentTransformationMetadataException("The value is null. To clear a text, pass an empty one (''); to clear attributes, pass '{}'.");
}
