using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Journals;

/// <summary>What a journal calls an item: the same in each run, and no other's.</summary>
public static class JournalKey
{
    /// <summary>The key of a resource: its type, and the identifiers on the way to it.</summary>
    /// <param name="resourceType">Its type, such as <c>ConvMessage</c>.</param>
    /// <param name="address">The identifiers on the way to it, with its own.</param>
    public static string Of(string resourceType, ResourceAddress address) => $"{resourceType} {address}";

    /// <summary>The key of a creation: the operation, the place, a hash of what is sent, and which of several equal ones it is.</summary>
    /// <param name="request">The creation.</param>
    /// <param name="occurrence">1 for the first that sends this to this place, 2 for the second.</param>
    public static string Of(OperationRequest request, int occurrence) => $"{request.Operation.Name} {request.Path} {ContentHash.Of(request)} #{occurrence}";
}
