using System.Web;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>One odd field of one resource must not cost the others, and what can't be read is named.</summary>
public sealed class ReadingTests
{
    private const string MessageSid = "IM00000000000000000000000000000004";

    [Theory]
    [InlineData("""cut \ud83d""", "cut \uFFFD")]
    [InlineData("""\ude00 cut""", "\uFFFD cut")]
    [InlineData("""whole \ud83d\ude00""", "whole \U0001F600")]
    [InlineData("""whole \ud83d\ude00, cut \ud83d and on""", "whole \U0001F600, cut \uFFFD and on")]
    [InlineData("""a backslash \\ud83d and \ud83d""", """a backslash \ud83d and """ + "\uFFFD")]
    [InlineData("""a line\nand \"quotes\" \ud83d""", "a line\nand \"quotes\" \uFFFD")]
    public async Task Half_a_character_does_not_cost_the_message(string body, string read)
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, Page(Message($"\"{body}\""))));
        using var session = Connect.To(server);
        Assert.Equal(read, Assert.Single(await session.AllAsync(List(), MessageResource.Read)).Body);
    }

    [Fact]
    public async Task Attributes_with_half_a_character_stay_readable_as_text()
    {
        const string attributes = "{\\\"a\\\":\\\"\\\\ud83d\\\"}";
        using var server = WireServer.Answering(WireAnswer.Json(200, Page(Message("null", attributes))));
        using var session = Connect.To(server);
        var message = Assert.Single(await session.AllAsync(List(), MessageResource.Read));
        Assert.Equal("""{"a":"\ud83d"}""", message.AttributesJson);
        Assert.Null(message.Attributes);
    }

    [Theory]
    [InlineData("null", "row 2")]
    [InlineData("7", "row 2")]
    [InlineData("""{"body":"x"}""", "The resource has no sid")]
    [InlineData("""{"sid":"IM7","body":"x"}""", "row 2 of a page (IM7)")]
    public async Task A_row_that_cannot_be_read_is_named_with_the_reason(string row, string told)
    {
        using var server = WireServer.Answering(WireAnswer.Json(200, Page(Message("\"one\""), row)));
        using var session = Connect.To(server);
        var failure = await Assert.ThrowsAsync<UnexpectedResponseException>(() => session.AllAsync(List(), MessageResource.Read));
        Assert.Contains(told, failure.Message);
    }

    [Fact]
    public async Task Fields_in_any_order_are_read_and_unknown_ones_are_kept()
    {
        var row = $$"""
            {"future":{"a":[1,"b"]},"index":5,"conversation_sid":"{{Requests.ConversationSid}}","delivery":{"sent":"all","total":2,"queued":"none"},
             "chat_service_sid":"{{Requests.ServiceSid}}","media":[{"filename":"a.png","sid":"ME1"}],"sid":"{{MessageSid}}"}
            """;
        using var server = WireServer.Answering(WireAnswer.Json(200, Page(row)));
        using var session = Connect.To(server);
        var message = Assert.Single(await session.AllAsync(List(), MessageResource.Read));
        Assert.Equal((MessageSid, 5L), (message.MessageSid, message.Index));
        Assert.Equal(["future"], message.AdditionalProperties.Keys);
        Assert.Equal((2L, "all", "none"), (message.Delivery!.Total, message.Delivery.Sent, message.Delivery.AdditionalProperties!["queued"]));
        Assert.Equal("a.png", message.Media.ToString());
        Assert.Null(message.Media[0].AdditionalProperties);
    }

    [Fact]
    public async Task A_filter_with_several_values_is_asked_for_on_every_page_whatever_the_next_address_says()
    {
        var next = $"https://conversations.twilio.com/v1/Services/{Requests.ServiceSid}/Bindings?BindingType=twilsock&Later=1&Later=2&PageToken=x";
        using var server = WireServer.Answering(
            WireAnswer.Json(200, $$$"""{"bindings":[],"meta":{"key":"bindings","next_page_url":"{{{next}}}"}}"""),
            WireAnswer.Json(200, """{"bindings":[],"meta":{"key":"bindings","next_page_url":null}}"""));
        using var session = Connect.To(server);
        await session.AllAsync(
            Requests.Of(BindingResource.List, ("ChatServiceSid", Requests.ServiceSid), ("BindingType", new[] { "apn", "fcm" })), BindingResource.Read);
        foreach (var request in server.Requests)
        {
            Assert.Equal(["apn", "fcm"], HttpUtility.ParseQueryString(request.Query).GetValues("BindingType")!);
        }

        Assert.Equal(["1", "2"], HttpUtility.ParseQueryString(server.Requests[1].Query).GetValues("Later")!);
    }

    private static string Message(string body, string attributes = "{}") => $$"""
        {"sid":"{{MessageSid}}","conversation_sid":"{{Requests.ConversationSid}}","chat_service_sid":"{{Requests.ServiceSid}}","body":{{body}},"attributes":"{{attributes}}"}
        """;

    private static string Page(params string[] rows) =>
        $$"""{"meta":{"key":"messages","next_page_url":null},"messages":[{{string.Join(",", rows)}}]}""";

    private static ConversationsAdmin.Core.Operations.OperationRequest List() =>
        Requests.Of(MessageResource.List, ("ChatServiceSid", Requests.ServiceSid), ("ConversationSid", Requests.ConversationSid));
}
