using System.Collections;
using System.Management.Automation;

namespace ConversationsAdmin.Module.Values;

/// <summary>Takes hashtables, objects or texts of JSON, one or several, each of which becomes a text of JSON.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsonListAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        var items = given is IEnumerable list and not (string or IDictionary) ? list.Cast<object?>() : [inputData];
        return items.Select(ToText).ToArray();
    }

    private static string ToText(object? item) => (item is PSObject wrapped ? wrapped.BaseObject : item) switch
    {
        null => throw new ArgumentTransformationMetadataException("One of the values is null. Give a hashtable, an object, or JSON text for each."),
        ScriptBlock => throw new ArgumentTransformationMetadataException("A script block is no value here, and is not run for each object. Use ForEach-Object, and give the value there."),
        string text => text,
        _ => JsonAttribute.ToText(item),
    };
}
