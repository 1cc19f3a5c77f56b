using ConversationsAdmin.Core.Operations;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>
/// The operations as the provider documents them: https://www.twilio.com/docs/conversations/api and Twilio's OpenAPI file twilio_conversations_v1.
/// Names in a row are those on the wire; an exclamation mark says that the provider refuses the request without it.
/// </summary>
public sealed class OperationTableTests
{
    private const string Services = "/v1/Services";
    private const string Conversations = "/v1/Services/{ChatServiceSid}/Conversations";
    private const string Participants = "/v1/Services/{ChatServiceSid}/Conversations/{ConversationSid}/Participants";
    private const string Paging = "PageSize Page PageToken";
    private const string Webhook = "X-Twilio-Webhook-Enabled";
    private const string ConversationFields =
        "FriendlyName UniqueName Attributes MessagingServiceSid DateCreated DateUpdated State "
        + "Timers.Inactive Timers.Closed Bindings.Email.Address Bindings.Email.Name";
    private const string ParticipantFields =
        "Identity MessagingBinding.ProxyAddress MessagingBinding.ProjectedAddress DateCreated DateUpdated Attributes RoleSid";

    private sealed record Row(string Method, string Path, string InPath, string InQuery, string InHeader, string InBody, BudgetScope Budget);

    private static readonly Dictionary<string, Row> Table = new()
    {
        ["ListService"] = new("GET", Services, "", Paging, "", "", BudgetScope.None),
        ["CreateService"] = new("POST", Services, "", "", "", "FriendlyName!", BudgetScope.None),
        ["FetchService"] = new("GET", Services + "/{Sid}", "Sid!", "", "", "", BudgetScope.None),
        ["DeleteService"] = new("DELETE", Services + "/{Sid}", "Sid!", "", "", "", BudgetScope.None),
        ["ListServiceConversation"] = new("GET", Conversations, "ChatServiceSid!", "StartDate EndDate State " + Paging, "", "", BudgetScope.None),
        ["CreateServiceConversation"] = new("POST", Conversations, "ChatServiceSid!", "", Webhook, ConversationFields, BudgetScope.Service),
        ["FetchServiceConversation"] = new("GET", Conversations + "/{Sid}", "ChatServiceSid! Sid!", "", "", "", BudgetScope.None),
        ["UpdateServiceConversation"] =
            new("POST", Conversations + "/{Sid}", "ChatServiceSid! Sid!", "", Webhook, ConversationFields, BudgetScope.Conversation),
        ["DeleteServiceConversation"] = new("DELETE", Conversations + "/{Sid}", "ChatServiceSid! Sid!", "", Webhook, "", BudgetScope.Service),
        ["ListServiceConversationParticipant"] = new("GET", Participants, "ChatServiceSid! ConversationSid!", Paging, "", "", BudgetScope.None),
        ["CreateServiceConversationParticipant"] = new(
            "POST",
            Participants,
            "ChatServiceSid! ConversationSid!",
            "",
            Webhook,
            "MessagingBinding.Address " + ParticipantFields,
            BudgetScope.Conversation),
        ["FetchServiceConversationParticipant"] =
            new("GET", Participants + "/{Sid}", "ChatServiceSid! ConversationSid! Sid!", "", "", "", BudgetScope.None),
        ["UpdateServiceConversationParticipant"] = new(
            "POST",
            Participants + "/{Sid}",
            "ChatServiceSid! ConversationSid! Sid!",
            "",
            Webhook,
            ParticipantFields + " LastReadMessageIndex LastReadTimestamp",
            BudgetScope.Conversation),
        ["DeleteServiceConversationParticipant"] =
            new("DELETE", Participants + "/{Sid}", "ChatServiceSid! ConversationSid! Sid!", "", Webhook, "", BudgetScope.Conversation),
    };

    public static TheoryData<string> Names() => [.. Table.Keys];

    [Fact]
    public void Every_operation_is_defined_once() =>
        Assert.Equal(Table.Keys.Order(), TwilioOperations.All.Select(operation => operation.Name).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operation_is_what_the_provider_documents(string name)
    {
        var (row, operation) = (Table[name], TwilioOperations.Named(name));
        Assert.Equal((Api.TwilioConversations, Provider.Twilio), (operation.Api, operation.Provider));
        Assert.Equal((row.Method, row.Path, row.Budget), (operation.Method.Method, operation.Path, operation.BudgetScope));
        Assert.Equal(Words(row.InPath), In(operation, ParameterLocation.Path));
        Assert.Equal(Words(row.InQuery), In(operation, ParameterLocation.Query));
        Assert.Equal(Words(row.InHeader), In(operation, ParameterLocation.Header));
        Assert.Equal(Words(row.InBody), In(operation, ParameterLocation.Body));
        Assert.Equal(row.InBody == "" ? BodyEncoding.None : BodyEncoding.Form, operation.Body);
        Assert.Equal(row.InQuery.Contains("PageSize") ? 100 : null, operation.MaxPageSize);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_hints_follow_what_the_operation_does(string name)
    {
        var (method, operation) = (Table[name].Method, TwilioOperations.Named(name));
        Assert.Equal(
            (method == "GET", method == "DELETE", method != "POST", method != "POST"),
            (operation.ReadOnly, operation.Destructive, operation.Idempotent, operation.SafeToRepeat));
    }

    [Theory]
    [InlineData("ListService", "PageSize", 101)]
    [InlineData("ListServiceConversation", "PageSize", 0)]
    [InlineData("ListServiceConversationParticipant", "PageSize", 1000)]
    public void A_page_is_no_larger_than_the_provider_documents(string name, string parameter, int value)
    {
        var values = TwilioOperations.NeededValues(TwilioOperations.Named(name));
        values[parameter] = value;
        Assert.Throws<RequestArgumentException>(() => OperationRequest.Create(TwilioOperations.Named(name), values));
    }

    private static IEnumerable<string> Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

    private static IEnumerable<string> In(Operation operation, ParameterLocation location) => operation.Parameters
        .Where(parameter => parameter.Location == location)
        .Select(parameter => parameter.Name + (parameter.Required ? "!" : ""))
        .Order(StringComparer.Ordinal);
}
