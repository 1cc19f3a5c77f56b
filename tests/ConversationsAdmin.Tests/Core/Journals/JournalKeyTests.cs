using ConversationsAdmin.Core.Journals;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Journals;

public sealed class JournalKeyTests
{
    private const string Service = "IS0123456789abcdef0123456789abcdef";
    private const string Conversation = "CH0123456789abcdef0123456789abcdef";

    [Fact]
    public void A_resource_is_called_by_all_identifiers_on_the_way_to_it() => Assert.Equal(
        $"ConvMessage {Service}/{Conversation}/IM1",
        JournalKey.Of("ConvMessage", new ResourceAddress(("ServiceSid", Service), ("ConversationSid", Conversation), ("MessageSid", "IM1"))));

    [Fact]
    public void A_name_is_taken_for_no_identifier_and_for_no_more_than_one() => Assert.Equal(
        $"ConvConversation {Service}/name=a%2Fb",
        JournalKey.Of("ConvConversation", new ResourceAddress(("ServiceSid", Service), ("ConversationSid", new AlternateName("a/b")))));

    [Fact]
    public void A_creation_is_told_from_one_elsewhere_from_one_of_something_else_and_from_its_equal()
    {
        var key = JournalKey.Of(Message("hello", "ann"), 1);
        Assert.Equal(key, JournalKey.Of(Message("hello", "ann"), 1));
        Assert.NotEqual(key, JournalKey.Of(Message("hello", "ann"), 2));
        Assert.NotEqual(key, JournalKey.Of(Message("hello!", "ann"), 1));
        Assert.NotEqual(key, JournalKey.Of(Message("ann", "hello"), 1));
        Assert.NotEqual(key, JournalKey.Of(Message("hello", "ann", Conversation.Replace('0', '1')), 1));
        Assert.DoesNotContain("hello", key);
    }

    [Fact]
    public void A_key_against_repetition_makes_no_difference()
    {
        var one = OperationRequest.Create(TelnyxConversationResource.Create, []);
        var other = OperationRequest.Create(TelnyxConversationResource.Create, []);
        Assert.NotEqual(one.Value(IdempotencyKeyParameter.WireName), other.Value(IdempotencyKeyParameter.WireName));
        Assert.Equal(JournalKey.Of(one, 1), JournalKey.Of(other, 1));
    }

    [Fact]
    public void Values_are_told_apart_and_their_order_makes_no_difference()
    {
        var hash = ContentHash.Of(MessageResource.Create, Values(("Body", "hello"), ("Author", "ann")));
        Assert.Equal(hash, ContentHash.Of(MessageResource.Create, Values(("Author", "ann"), ("Body", "hello"))));
        Assert.NotEqual(hash, ContentHash.Of(MessageResource.Create, Values(("Body", "hello"))));
        Assert.NotEqual(hash, ContentHash.Of(MessageResource.Update, Values(("Body", "hello"), ("Author", "ann"))));
        Assert.Equal(32, hash.Length);
    }

    private static OperationRequest Message(string body, string author, string conversation = Conversation) => OperationRequest.Create(
        MessageResource.Create,
        [
            .. new ResourceAddress(("ServiceSid", Service), ("ConversationSid", conversation)).ValuesFor(MessageResource.Create),
            .. Values(("Body", body), ("Author", author)),
        ]);

    private static IEnumerable<KeyValuePair<string, object?>> Values(params (string Name, object? Value)[] values) =>
        values.Select(value => KeyValuePair.Create(value.Name, value.Value));
}
