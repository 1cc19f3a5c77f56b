using ConversationsAdmin.Core.Archives;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Sunshine;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Sunshine;
using ConversationsAdmin.Telnyx;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Tests.Core.Archives;

/// <summary>Opens archives and names what goes into them.</summary>
internal static class Archives
{
    public static ConversationArchive Open(string path, ProviderSession session, ArchiveSource source, ArchiveOptions? options = null) => ConversationArchive.Open(
        path, options ?? new ArchiveOptions(), session.IdentityFor(ArchivedResources.ApiOf(source.ResourceType)), ArchivedResources.ContainerOf(source));

    public static Task<ArchivedConversation> WriteAsync(this ConversationArchive archive, ProviderSession session, ArchiveSource source, CancellationToken cancellationToken = default) =>
        archive.WriteAsync(session, source, notice: null, cancellationToken);

    /// <summary>Archives conversations one after the other, with a manifest.</summary>
    public static async Task<ArchiveManifest> WriteAllAsync(string path, ProviderSession session, IEnumerable<ArchiveSource> sources, ArchiveOptions? options = null)
    {
        await using var archive = Open(path, session, sources.First(), options);
        foreach (var source in sources)
        {
            await archive.WriteAsync(session, source);
        }

        return await archive.CompleteAsync();
    }

    public static ArchiveSource Conversation(string service, string conversation) =>
        new(Twilio.Conversation.TypeName, new ResourceAddress(("ServiceSid", service), ("ConversationSid", conversation)));

    public static ArchiveSource Telnyx(string conversation) =>
        new(TelnyxConversation.TypeName, new ResourceAddress(("ConversationId", conversation)));

    public static ArchiveSource Session(string service, string session) =>
        new(ProxySession.TypeName, new ResourceAddress(("ProxyServiceSid", service), ("SessionSid", session)));

    public static ArchiveSource Sunshine(string app, string conversation) =>
        new(SunshineConversation.TypeName, new ResourceAddress(("AppId", app), ("ConversationId", conversation)));

    public static async Task<List<ArchiveSource>> SessionsAsync(this ProviderSession session, TwilioSandbox sandbox)
    {
        var all = await session.AllAsync(Requests.Of(ProxySessionResource.List, ("ServiceSid", sandbox.ProxyServiceSid)), ProxySessionResource.Read);
        return [.. all.Select(found => Session(sandbox.ProxyServiceSid, found.SessionSid))];
    }

    public static async Task<List<ArchiveSource>> ConversationsOfAsync(this ProviderSession session, SunshineSandbox sandbox, string userExternalId)
    {
        var all = await session.AllAsync(
            Requests.Of(SunshineConversationResource.List, ("appId", sandbox.AppId), ("filter[userExternalId]", userExternalId)), SunshineConversationResource.Read);
        return [.. all.Select(found => Sunshine(sandbox.AppId, found.ConversationId))];
    }

    public static async Task<List<ArchiveSource>> ConversationsAsync(this ProviderSession session, TwilioSandbox sandbox)
    {
        var all = await session.AllAsync(Requests.Of(ConversationResource.List, ("ChatServiceSid", sandbox.DefaultServiceSid)), ConversationResource.Read);
        return [.. all.Select(conversation => Conversation(sandbox.DefaultServiceSid, conversation.ConversationSid))];
    }

    public static async Task<List<ArchiveSource>> TelnyxConversationsAsync(this ProviderSession session)
    {
        var all = await session.AllAsync(Requests.Of(TelnyxConversationResource.List, ("order", TelnyxConversationResource.OrderOfPaging)), TelnyxConversationResource.Read);
        return [.. all.Select(conversation => Telnyx(conversation.ConversationId))];
    }
}
