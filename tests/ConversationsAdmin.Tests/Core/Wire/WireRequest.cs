namespace ConversationsAdmin.Tests.Core.Wire;

/// <summary>A request as it came over the socket.</summary>
/// <param name="Number">Its place in the order of arrival, from 1.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, untouched.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body; empty when there is none.</param>
internal sealed record WireRequest(int Number, string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Path => Target.Split('?')[0];

    public string Query => Target.Contains('?') ? Target[(Target.IndexOf('?') + 1)..] : "";
}
