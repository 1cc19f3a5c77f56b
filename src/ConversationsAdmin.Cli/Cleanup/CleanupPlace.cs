using ConversationsAdmin.Core.Cleanup;

namespace ConversationsAdmin.Cli.Cleanup;

/// <summary>Where a clean-up works.</summary>
internal static class CleanupPlace
{
    /// <summary>The place as a sentence names it.</summary>
    internal static string Of(CleanupPlan plan) => plan.Container is { } container
        ? $"{(plan.Account.Provider == Provider.Sunshine ? "App" : "Service")} {container} of {Account(plan.Account)}"
        : $"{plan.ResourceType} of {Account(plan.Account)}";

    /// <summary>The service or the app that a connection has by default.</summary>
    /// <exception cref="RequestArgumentException">It needs one and has none.</exception>
    internal static string? DefaultOf(ConvConnection connection, string resourceType) => CleanupResources.Of(resourceType).Container?.IdentifierName switch
    {
        null => null,
        _ when DefaultOrNull(connection, resourceType) is { } container => container,
        "ServiceSid" => throw Missing("service", "Pass --service with the SID of the Conversations service, or name it in the policy; or rehearse with --sandbox."),
        "ProxyServiceSid" => throw Missing("service", "Name the Proxy service in the policy (service); or rehearse with --sandbox."),
        _ => throw Missing("app", "Name the app in the policy (app), or set SUNSHINE_APP_ID; or rehearse with --sandbox."),
    };

    /// <summary>The service or the app that a connection has by default; null when it has none, or needs none.</summary>
    internal static string? DefaultOrNull(ConvConnection connection, string resourceType) => CleanupResources.Of(resourceType).Container?.IdentifierName switch
    {
        null => null,
        "ServiceSid" => connection.ServiceSid,
        "ProxyServiceSid" => connection.ProxyServiceSid,
        _ => connection.AppId,
    };

    private static string Account(ConnectionIdentity account) => account.Account is { } name ? $"account {name}" : account.Host;

    private static RequestArgumentException Missing(string what, string advice) => new(what, $"No {what} is given. {advice}");
}
