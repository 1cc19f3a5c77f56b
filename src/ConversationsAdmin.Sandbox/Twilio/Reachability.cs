using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>Whether users can be reached now, which a service tells only when it is configured to.</summary>
internal static class Reachability
{
    public static bool? IsOnline(User user) => user.Service.Configuration.ReachabilityEnabled ? user.IsOnline : null;

    public static bool? IsNotifiable(User user)
    {
        if (!user.Service.Configuration.ReachabilityEnabled)
            return null;
        if (user.Service.Bindings.Ordered.From(0).Any(binding => binding.IsPush && binding.Identity == user.Identity))
            return true;
        return user.HasLostPushBinding ? false : null;
    }
}
