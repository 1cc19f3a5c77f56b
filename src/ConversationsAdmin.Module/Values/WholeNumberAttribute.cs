using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace ConversationsAdmin.Module.Values;

/// <summary>
/// Refuses what PowerShell would turn into another number than was given: a blank text, such as an empty cell of a CSV file, into 0,
/// a fraction into a rounded one, 1,5 into 15, and true into 1.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class WholeNumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        string text when string.IsNullOrWhiteSpace(text) =>
            throw new ArgumentTransformationMetadataException("The text is blank, which is no number. Give a whole number, or leave the parameter out."),
        string text when !Digits().IsMatch(text) => throw NotWhole(text),
        bool flag => throw NotWhole(flag),
        double number when !double.IsInteger(number) => throw NotWhole(number),
        float number when !float.IsInteger(number) => throw NotWhole(number),
        decimal number when !decimal.IsInteger(number) => throw NotWhole(number),
        _ => inputData,
    };

    private static ArgumentTransformationMetadataException NotWhole(IConvertible given) =>
        new($"{given.ToString(CultureInfo.InvariantCulture)} is no whole number. Give one such as 0 or 25.");

    [GeneratedRegex(@"^\s*[+-]?[0-9]+\s*\z")]
    private static partial Regex Digits();
}
