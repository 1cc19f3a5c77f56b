using System.Management.Automation;
using System.Management.Automation.Language;

namespace ConversationsAdmin.Module.Values;

/// <summary>Takes null, which clears the field, as leaving the parameter out does not. A script block would become its own text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NullClearsAttribute : ArgumentTransformationAttribute
{
    /// <summary>False where the parameter is no text, and a plain null stays one.</summary>
    public bool IsText { get; set; } = true;

    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => true;

    /// <inheritdoc/>
    // For a text, PowerShell would make an empty one of a plain null.
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null => IsText ? NullString.Value : null!,
            ScriptBlock => throw new ArgumentTransformationMetadataException("A script block is no value here, and is not run for each object. Use ForEach-Object, and give the value there."),
            _ => inputData!,
        };
}
