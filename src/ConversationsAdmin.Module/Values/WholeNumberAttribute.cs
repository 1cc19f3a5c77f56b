using System.Management.Automation;

namespace ConversationsAdmin.Module.Values;

/// <summary>Refuses a blank text, such as an empty cell of a CSV file, which PowerShell would turn into 0.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeNumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text && string.IsNullOrWhiteSpace(text)
            ? throw new ArgumentTransformationMetadataException("The text is blank, which is no number. Give a whole number, or leave the parameter out.")
            : inputData;
}
