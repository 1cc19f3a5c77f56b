namespace ConversationsAdmin.Module.Pipeline;

/// <summary>What resources lie in that a connection can have a default of: a Conversations service, a Proxy service, a Sunshine app.</summary>
internal static class ResourceContainer
{
    internal const string ServiceSid = nameof(ConvConnection.ServiceSid);
    internal const string ProxyServiceSid = nameof(ConvConnection.ProxyServiceSid);
    internal const string AppId = nameof(ConvConnection.AppId);

    /// <summary>Whether identifiers of that name are of such a container.</summary>
    internal static bool Is(string identifierName) => identifierName is ServiceSid or ProxyServiceSid or AppId;

    /// <summary>The connection's default; null when it has none.</summary>
    internal static string? DefaultOf(ConvConnection connection, string identifierName) => identifierName switch
    {
        ServiceSid => connection.ServiceSid,
        ProxyServiceSid => connection.ProxyServiceSid,
        AppId => connection.AppId,
        _ => null,
    };
}
