using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Cleanup;

/// <summary>The items of a plan, and where they are found.</summary>
internal static class PlanItems
{
    /// <summary>An item that bears nothing but its identifiers.</summary>
    internal static CleanupPlanItem Create(CleanupResource resource, string? container, string target)
    {
        var address = Address(resource, container, target);
        return new CleanupPlanItem
        {
            ResourceType = resource.ResourceType,
            Target = target,
            ServiceSid = address["ServiceSid"],
            ConversationSid = address["ConversationSid"],
            ProxyServiceSid = address["ProxyServiceSid"],
            SessionSid = address["SessionSid"],
            AppId = address["AppId"],
            ConversationId = address["ConversationId"],
            Fingerprint = "",
        };
    }

    /// <summary>Refuses a plan with what can be no item of it, before the first goes.</summary>
    /// <exception cref="RequestArgumentException">An identifier is malformed, say.</exception>
    internal static void Check(CleanupResource resource, CleanupPlan plan)
    {
        if (resource.Container is { } container && !container.Matches(plan.Container))
        {
            throw RequestArgumentException.About("Plan", $"{container.Explain(plan.Container)}");
        }

        foreach (var item in plan.Items)
        {
            if (!resource.Kind.Matches(item.Target))
            {
                throw RequestArgumentException.About("Plan", $"an item is none: {resource.Kind.Explain(item.Target)}");
            }
        }
    }

    /// <summary>The identifiers on the way to an item, with its own.</summary>
    internal static ResourceAddress Address(CleanupResource resource, string? container, string target) => resource.Container is { } kind
        ? new ResourceAddress((kind.IdentifierName, container), (resource.Kind.IdentifierName, target))
        : new ResourceAddress((resource.Kind.IdentifierName, target));
}
