using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace ConversationsAdmin.Module.Values;

/// <summary>
/// Refuses what PowerShell would turn into another number than was given: a blank text, such as an empty cell of a CSV file, into 0, 1,5 into 15, and true into 1.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class NumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        string text when string.IsNullOrWhiteSpace(text) =>
            throw new ArgumentTransformationMetadataException("The text is blank, which is no number. Give a number, or leave the parameter out."),
        string text when !Digits().IsMatch(text) => throw NoNumber(text),
        bool flag => throw NoNumber(flag),
        _ => inputData,
    };

    private static ArgumentTransformationMetadataException NoNumber(IConvertible given) =>
        new($"{given.ToString(CultureInfo.InvariantCulture)} is no number. Give one such as 10 or 0.5.");

    [GeneratedRegex(@"^\s*[+-]?[0-9]+(\.[0-9]+)?\s*\z")]
    private static partial Regex Digits();
}
