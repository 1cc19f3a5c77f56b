using System.Text.RegularExpressions;

namespace ConversationsAdmin.Core.Operations;

/// <summary>The header <c>Idempotency-Key</c>: the provider does once what comes several times under one key. Every request has one.</summary>
public sealed partial record IdempotencyKeyParameter() : OperationParameter(WireName, ParameterLocation.Header)
{
    /// <summary>The wire name.</summary>
    public const string WireName = "Idempotency-Key";

    /// <summary>How long the provider surely knows a key: the 24 hours that it documents, less one for clocks that differ.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(23);

    /// <inheritdoc/>
    public override object? Default => Guid.NewGuid().ToString("D");

    /// <inheritdoc/>
    public override string ToWire(object value) =>
        Key().IsMatch(value.ToString() ?? "") ? value.ToString()! : throw Refuse($"give 1 to 255 letters, digits, underscores, colons or hyphens.");

    [GeneratedRegex(@"^[A-Za-z0-9_:-]{1,255}\z")]
    private static partial Regex Key();
}
