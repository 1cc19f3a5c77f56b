using System.Globalization;
using System.Management.Automation;

namespace ConversationsAdmin.Module.Values;

/// <summary>
/// Refuses what PowerShell would turn into another number than was given: a blank text, such as an empty cell of a CSV file, into 0, and a fraction into a rounded one.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeNumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        string text when string.IsNullOrWhiteSpace(text) =>
            throw new ArgumentTransformationMetadataException("The text is blank, which is no number. Give a whole number, or leave the parameter out."),
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInteger(number) => throw NotWhole(text),
        double number when !double.IsInteger(number) => throw NotWhole(number),
        float number when !float.IsInteger(number) => throw NotWhole(number),
        decimal number when !decimal.IsInteger(number) => throw NotWhole(number),
        _ => inputData,
    };

    private static ArgumentTransformationMetadataException NotWhole(IConvertible given) =>
        new($"{given.ToString(CultureInfo.InvariantCulture)} is not whole. Give a whole number.");
}
