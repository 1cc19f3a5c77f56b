using System.Collections;
using System.Management.Automation;

namespace ConversationsAdmin.Module.Values;

/// <summary>
/// Takes an identifier as text. An object would become its identifier alone, without its service and account, and be looked for elsewhere.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentifierAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        foreach (var item in given is IEnumerable several and not string ? several.Cast<object?>() : [inputData])
        {
            if (item is not null && PSObject.AsPSObject(item) is var value && (value.BaseObject is ScriptBlock || value.Properties["ResourceType"]?.Value is string))
            {
                throw new ArgumentTransformationMetadataException(
                    value.BaseObject is ScriptBlock
                        ? "A script block is no identifier, and is not run for each object. Use ForEach-Object, and give the identifier there."
                        : $"A {value.Properties["ResourceType"].Value} was given as an object. Pipe it, so that its service and account are known, or give its identifier.");
            }
        }

        return inputData;
    }
}
