using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class SegmentTests
{
    private const string Zeros = "00000000000000000000000000000000";

    private static readonly string?[] NeverIdentifiers =
    [
        null, "", " ", "\t", ".", "..", "/", "a/b", "a\\b", "%2e%2e", "%2E%2E%2F", "..%2f", "*", "?", "#",
        "AC" + Zeros, "MG" + Zeros, "IS", "CH" + Zeros + "/..", "MB" + Zeros + "?x=1", "IS" + Zeros + "\n", "CH" + Zeros + " ", "ch" + Zeros,
        "IS" + Zeros[1..], "CH" + Zeros + "0", "MB" + "g" + Zeros[1..], "CH" + "٠" + Zeros[1..],
    ];

    private static readonly string[] Kinds = ["IS" + Zeros, "CH" + Zeros, "MB" + Zeros, "KS" + Zeros, "KC" + Zeros];

    // Telnyx has UUIDs and Sunshine 24 digits: neither takes the other's, nor what looks alike.
    private static readonly string?[] NeverIds =
    [
        .. NeverIdentifiers, .. Kinds, Zeros, "g" + Zeros[..23], "٠" + Zeros[..23], Zeros[..23], Zeros[..25], Zeros[..24] + " ", Zeros[..24] + "\n", Zeros[..22] + "/.",
        "{00000000-0000-0000-0000-000000000000}", "00000000-0000-0000-0000-000000000000 ", "00000000-0000-0000-0000-000000000000\n",
        "00000000-0000-0000-0000-00000000000g", "00000000-0000-0000-0000-0000000000", "00000000_0000_0000_0000_000000000000", "00000000-0000-0000-0000-0000000000/.",
    ];

    private static readonly string[] Ids = ["00000000-0000-0000-0000-000000000000", Zeros[..24]];

    public static TheoryData<string, string, string?> BadIdentifiers()
    {
        var cases = new TheoryData<string, string, string?>();
        foreach (var operation in DefinedOperations.All)
        {
            foreach (var parameter in operation.Parameters.OfType<SidParameter>().Where(parameter => parameter.Location == ParameterLocation.Path))
            {
                foreach (var value in NeverIdentifiers.Concat(Kinds.Where(kind => !kind.StartsWith(parameter.Kind.Prefix, StringComparison.Ordinal))))
                {
                    cases.Add(operation.Name, parameter.Name, value);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(BadIdentifiers), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_identifier_is_refused_before_any_request(string operationName, string parameter, string? value)
    {
        var operation = DefinedOperations.Named(operationName);
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox);
        var values = DefinedOperations.NeededValues(operation);
        values[parameter] = value;
        var refusal = await Assert.ThrowsAsync<RequestArgumentException>(() => session.SendAsync(OperationRequest.Create(operation, values)));
        Assert.Equal(parameter, refusal.Parameter);
        Assert.Contains(parameter, refusal.Message);
        Assert.Empty(sandbox.Record.Requests);
    }

    public static TheoryData<string, string> PathIds()
    {
        var cases = new TheoryData<string, string>();
        foreach (var operation in DefinedOperations.All)
        {
            foreach (var parameter in operation.Parameters.OfType<IdParameter>().Where(parameter => parameter.Location == ParameterLocation.Path))
            {
                cases.Add(operation.Name, parameter.Name);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(PathIds))]
    public void What_is_no_id_of_Telnyx_or_Sunshine_is_refused(string operationName, string parameter)
    {
        var operation = DefinedOperations.Named(operationName);
        var own = (string)DefinedOperations.NeededValues(operation)[parameter]!;
        Assert.Contains(own, Ids);
        foreach (var value in NeverIds.Concat(Ids.Where(id => id != own)))
        {
            var values = DefinedOperations.NeededValues(operation);
            values[parameter] = value;
            Assert.Equal(parameter, Assert.Throws<RequestArgumentException>(() => OperationRequest.Create(operation, values)).Parameter);
        }
    }

    [Fact]
    public void Every_path_parameter_is_an_identifier() => Assert.All(
        DefinedOperations.All.SelectMany(operation => operation.Parameters).Where(parameter => parameter.Location == ParameterLocation.Path),
        parameter => Assert.True(parameter is SidParameter or IdParameter, parameter.Name));

    public static TheoryData<string, string> PathParameters()
    {
        var cases = new TheoryData<string, string>();
        foreach (var operation in DefinedOperations.All)
        {
            foreach (var parameter in operation.Parameters.Where(parameter => parameter.Location == ParameterLocation.Path))
            {
                cases.Add(operation.Name, parameter.Name);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(PathParameters))]
    public void What_is_missing_is_refused(string operationName, string parameter)
    {
        var operation = DefinedOperations.Named(operationName);
        var values = DefinedOperations.NeededValues(operation);
        values.Remove(parameter);
        Assert.Equal(parameter, Assert.Throws<RequestArgumentException>(() => OperationRequest.Create(operation, values)).Parameter);
    }

    [Theory]
    [MemberData(nameof(PathParameters))]
    public void A_name_stands_only_where_the_provider_takes_one(string operationName, string parameter)
    {
        var operation = DefinedOperations.Named(operationName);
        var values = DefinedOperations.NeededValues(operation);
        values[parameter] = new AlternateName("somebody");
        var taken = parameter switch
        {
            "Sid" => operationName is "FetchServiceConversation" or "UpdateServiceConversation" or "DeleteServiceConversation"
                or "FetchServiceUser" or "UpdateServiceUser" or "DeleteServiceUser" or "FetchServiceConversationParticipant" or "FetchSession",
            "UserSid" => true,
            "ConversationSid" => operationName is "FetchServiceUserConversation" or "UpdateServiceUserConversation" or "DeleteServiceUserConversation",
            _ => false,
        };
        Assert.Equal(taken, Record.Exception(() => OperationRequest.Create(operation, values)) is null);
    }

    [Theory]
    [InlineData("order 66", "order%2066")]
    [InlineData("lead/1", "lead%2F1")]
    [InlineData("ada@example.com", "ada%40example.com")]
    [InlineData("+15558675310", "%2B15558675310")]
    [InlineData("50% off", "50%25%20off")]
    [InlineData("literal %2F", "literal%20%252F")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("a?b#c&d=e", "a%3Fb%23c%26d%3De")]
    [InlineData("{Sid}", "%7BSid%7D")]
    [InlineData("Zoë 🙂", "Zo%C3%AB%20%F0%9F%99%82")]
    [InlineData("a..b...", "a..b...")]
    public async Task A_name_arrives_percent_encoded_exactly_once(string name, string segment)
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox);
        var created = await session.CreateConversationAsync(sandbox, ("UniqueName", name));
        sandbox.Record.Clear();
        (string, object?)[] one = [("ChatServiceSid", sandbox.DefaultServiceSid), ("Sid", new AlternateName(name))];
        var fetched = await session.SendAsync(Requests.Of(ConversationResource.Fetch, one), ConversationResource.Read, null, CancellationToken.None);
        Assert.Equal((created.ConversationSid, name), (fetched.ConversationSid, fetched.UniqueName));
        await session.SendAsync(ConversationResource.Delete, one);
        Assert.All(
            sandbox.Record.Requests,
            request => Assert.Equal($"/v1/Services/{sandbox.DefaultServiceSid}/Conversations/{segment}", request.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../Services")]
    [InlineData("a/../b")]
    [InlineData("a/.")]
    [InlineData("a\\..\\b")]
    [InlineData("line\nbreak")]
    public async Task A_name_that_could_reach_something_else_is_refused(string name)
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox);
        await Assert.ThrowsAsync<RequestArgumentException>(() => session.SendAsync(
            ConversationResource.Delete, ("ChatServiceSid", sandbox.DefaultServiceSid), ("Sid", new AlternateName(name))));
        Assert.Empty(sandbox.Record.Requests);
    }
}
