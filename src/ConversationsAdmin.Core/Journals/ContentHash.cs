using System.Security.Cryptography;
using System.Text;
using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Journals;

/// <summary>A hash of what a request carries, by which a file tells requests apart without holding what they carry.</summary>
public static class ContentHash
{
    private const int Digits = 32;

    /// <summary>The hash of what a request's query, headers and body carry: 32 hexadecimal digits. A key against repetition is left out.</summary>
    /// <param name="request">The request.</param>
    public static string Of(OperationRequest request) =>
        Of(request.Fields.Where(field => field.Name != IdempotencyKeyParameter.WireName).SelectMany(field => new[] { field.Name, field.Value }));

    /// <summary>The hash of an operation and the values that are given for it: 32 hexadecimal digits.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">The values, by wire name.</param>
    /// <exception cref="RequestArgumentException">A value is unknown to the operation, or none that the provider documents.</exception>
    public static string Of(Operation operation, IEnumerable<KeyValuePair<string, object?>> values) => Of(
        OperationRequest.ToWire(operation, values)
            .OrderBy(value => value.Key, StringComparer.Ordinal)
            .SelectMany(value => value.Value.Prepend(value.Key))
            .Prepend(operation.Name));

    /// <summary>The hash of a text: 32 hexadecimal digits.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text) => Of([text]);

    private static string Of(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var bytes in texts.Select(Encoding.UTF8.GetBytes))
        {
            // With its length, so that no two lists of texts run together to the same bytes.
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..Digits].ToLowerInvariant();
    }
}
