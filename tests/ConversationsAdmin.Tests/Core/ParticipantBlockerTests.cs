using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using ConversationsAdmin.Twilio;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Which conversation holds a pair of addresses.</summary>
public sealed class ParticipantBlockerTests
{
    private const string Address = "+15005550123";
    private const string Proxy = "+15017122661";

    [Fact]
    public async Task The_one_conversation_that_holds_the_pair_is_found_and_no_closed_one()
    {
        var server = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(server);
        var closed = await AddAsync(session, server, Proxy);
        await session.SendAsync(ConversationResource.Update, ("ChatServiceSid", server.DefaultServiceSid), ("Sid", closed), ("State", "closed"));
        await AddAsync(session, server, "+15017122662");
        var holder = await AddAsync(session, server, Proxy);
        var found = Assert.Single(await new ParticipantBlockers(session, Address, Proxy, null).FindAsync(server.DefaultServiceSid, CancellationToken.None));
        Assert.Equal((holder, "active", "Order 7"), (found.ConversationSid, found.ConversationState, found.ConversationFriendlyName));
        Assert.Equal("ConvParticipant", found.ResourceType);

        var refused = await Assert.ThrowsAsync<ProviderResponseException>(() => AddAsync(session, server, Proxy));
        Assert.Equal(("Twilio.50416", holder), (refused.ErrorId, refused.BlockingConversationSid));
        Assert.Contains("Find-ConvParticipantBlocker", refused.Advice);
    }

    [Theory]
    [InlineData(Proxy, 1)]
    [InlineData("+15017122662", 0)]
    public async Task A_list_that_does_not_tell_the_proxy_address_is_completed_by_the_participant(string proxy, int found)
    {
        using var server = new WireServer(request => WireAnswer.Json(200, request.Path.EndsWith("/ParticipantConversations", StringComparison.Ordinal)
            ? $$"""
              {"meta":{"key":"conversations","next_page_url":null},"conversations":[{"chat_service_sid":"{{Requests.ServiceSid}}","conversation_sid":"{{Requests.ConversationSid}}",
              "participant_sid":"{{Requests.ParticipantSid}}","participant_messaging_binding":{"type":"sms","address":"{{Address}}" },"conversation_state":"inactive"}]}
              """
            : $$"""
              {"sid":"{{Requests.ParticipantSid}}","chat_service_sid":"{{Requests.ServiceSid}}","conversation_sid":"{{Requests.ConversationSid}}",
              "messaging_binding":{"type":"sms","address":"{{Address}}","proxy_address":"{{proxy}}" } }
              """));
        using var session = Connect.To(server);
        Assert.Equal(found, (await new ParticipantBlockers(session, Address, Proxy, null).FindAsync(Requests.ServiceSid, CancellationToken.None)).Count);
    }

    [Theory]
    [InlineData("", Proxy, "Address")]
    [InlineData("+1500*", Proxy, "Address")]
    [InlineData(Address, "\t", "ProxyAddress")]
    public void A_blank_address_and_a_wildcard_are_refused(string address, string proxy, string parameter)
    {
        using var session = Connect.To(new Uri("http://127.0.0.1:9"));
        Assert.Equal(parameter, Assert.Throws<RequestArgumentException>(() => new ParticipantBlockers(session, address, proxy, null)).Parameter);
    }

    private static async Task<string> AddAsync(ProviderSession session, TwilioSandbox server, string proxy)
    {
        var sid = (await session.CreateConversationAsync(server, ("FriendlyName", "Order 7"))).ConversationSid;
        await session.SendAsync(
            ParticipantResource.Create, ("ChatServiceSid", server.DefaultServiceSid), ("ConversationSid", sid), ("MessagingBinding.Address", Address), ("MessagingBinding.ProxyAddress", proxy));
        return sid;
    }
}
