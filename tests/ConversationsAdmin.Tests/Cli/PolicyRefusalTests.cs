using ConversationsAdmin.Cli.Cleanup;
using ConversationsAdmin.Tests.Core.Files;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Cli;

/// <summary>A policy that says something wrongly refuses all of it, says what to do, and sends nothing. No credentials are needed to hear of it.</summary>
public sealed class PolicyRefusalTests : IDisposable
{
    private const string Service = "\"service\":\"IS00000000000000000000000000000001\"";
    private const string Criteria = "\"criteria\":{\"state\":\"closed\"}";
    private const string Telnyx = "\"schemaVersion\":1,\"resourceType\":\"TelnyxConversation\"";
    private const string Head = "\"schemaVersion\":1,\"resourceType\":\"ConvConversation\"," + Service;

    private readonly TemporaryFolder folder = new();
    private readonly WireServer server = WireServer.Answering(WireAnswer.Empty(500));

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("closed", "JSON")]
    [InlineData("null", "object")]
    [InlineData("[]", "object")]
    [InlineData("{}", "schemaVersion")]
    [InlineData("{\"schemaVersion\":2,\"what\":\"comes later\"}", "schemaVersion is 2, and this program reads 1")]
    [InlineData("{\"schemaVersion\":\"1\"}", "schemaVersion")]
    [InlineData("{\"schemaVersion\":1," + Criteria + "}", "resourceType")]
    [InlineData("{\"schemaVersion\":1,\"resourceType\":\"ConvConversation\"}", "criteria")]
    [InlineData("{" + Head + "," + Criteria + ",\"sevice\":\"x\"}", "sevice")]
    [InlineData("{" + Head + ",\"criteria\":{\"updatedBefore\":\"2020-01-01\"}}", "updatedBefore")]
    [InlineData("{" + Head + "," + Criteria + ",\"criteria\":{\"state\":\"active\"}}", "criteria")]
    [InlineData("{" + Head + ",\"criteria\":{\"state\":\"closed\",\"state\":\"active\"}}", "state")]
    [InlineData("{" + Head + ",\"criteria\":null}", "criteria")]
    [InlineData("{\"schemaVersion\":1,\"resourceType\":null," + Criteria + "}", "resourceType")]
    [InlineData("{\"schemaVersion\":1,\"resourceType\":\"ConvMessage\"," + Criteria + "}", "ConvMessage")]
    [InlineData("{" + Head + "," + Criteria + ",\"close\":null}", "close")]
    [InlineData("{" + Head + "," + Criteria + ",\"close\":\"yes\"}", "close")]
    [InlineData("{" + Head + "," + Criteria + ",\"throttle\":65}", "throttle is 65. Give 1 to 64")]
    [InlineData("{" + Head + "," + Criteria + ",\"throttle\":0}", "throttle is 0. Give 1")]
    [InlineData("{" + Head + "," + Criteria + ",\"throttle\":1.5}", "throttle")]
    [InlineData("{" + Head + "," + Criteria + ",\"maxItems\":0}", "maxItems is 0. Give 1 or more")]
    [InlineData("{" + Head + "," + Criteria + ",\"maxErrors\":-1}", "maxErrors is -1. Give 1 or more")]
    [InlineData("{" + Head + "," + Criteria + ",\"maxAge\":\"1w\"}", "maxAge is '1w'. Give a number of days or hours")]
    [InlineData("{" + Head + "," + Criteria + ",\"actionsPerSecond\":-1}", "actionsPerSecond")]
    [InlineData("{" + Head + "," + Criteria + ",\"actionsPerSecond\":1e400}", "actionsPerSecond")]
    [InlineData("{" + Head + "," + Criteria + ",\"plan\":\" \"}", "plan is ' ', which is no path. Leave it out")]
    [InlineData("{" + Head + "," + Criteria + ",\"journal\":\"\"}", "journal is '', which is no path. Leave it out")]
    [InlineData("{" + Head + "," + Criteria + ",\"journal\":\"j\\u0000\"}", "journal")]
    [InlineData("{" + Head + "," + Criteria + ",\"plan\":\"not/there/plan.json\"}", "is not there. Make it first")]
    [InlineData("{" + Head + "," + Criteria + ",\"journal\":\"not/there/journal.jsonl\"}", "is not there. Make it first")]
    [InlineData("{" + Head + "," + Criteria + ",\"archive\":\"not/there/archive.jsonl\"}", "is not there. Make it first")]
    [InlineData("{" + Head + "," + Criteria + ",\"archive\":\"archive.json\"}", ".jsonl")]
    [InlineData("{" + Head + "," + Criteria + ",\"journal\":\"same.jsonl\",\"archive\":\"same.jsonl\"}", "same.jsonl")]
    [InlineData("{" + Head + "," + Criteria + ",\"includeReceipts\":true}", "includeReceipts")]
    [InlineData("{" + Head + "," + Criteria + ",\"acceptIncompleteArchive\":true}", "acceptIncompleteArchive")]
    [InlineData("{" + Head + ",\"criteria\":{}}", "No criterion is given")]
    [InlineData("{" + Head + ",\"criteria\":{\"exclude\":[\"CH00000000000000000000000000000001\"]}}", "No criterion is given")]
    [InlineData("{" + Head + ",\"criteria\":{\"state\":\"Closed\"}}", "state: 'Closed' is none. Give one of")]
    [InlineData("{" + Head + ",\"criteria\":{\"updatedOlderThan\":\"90\"}}", "updatedOlderThan is '90'. Give a number of days or hours")]
    [InlineData("{" + Head + ",\"criteria\":{\"createdOlderThan\":90}}", "createdOlderThan")]
    [InlineData("{" + Head + ",\"criteria\":{\"keepNewest\":0}}", "keepNewest")]
    [InlineData("{" + Head + ",\"criteria\":{\"keepNewest\":1,\"noParticipant\":true}}", "Give either it or noParticipant")]
    [InlineData("{" + Head + ",\"criteria\":{\"name\":[null]}}", "name")]
    [InlineData("{" + Head + ",\"criteria\":{\"name\":[\"[a-z]*\"]}}", "name: '[a-z]*' can't be looked for")]
    [InlineData("{" + Head + ",\"criteria\":{\"state\":\"closed\",\"exclude\":[null]}}", "exclude")]
    [InlineData("{" + Head + ",\"criteria\":{\"state\":\"closed\",\"exclude\":[\"IM00000000000000000000000000000001\"]}}", "exclude")]
    [InlineData("{" + Head + ",\"criteria\":{\"attribute\":{\"a\":[1]}}}", "'a'")]
    [InlineData("{" + Head + ",\"criteria\":{\"attribute\":{\"a\":1e400}}}", "'a'")]
    [InlineData("{" + Head + "," + Criteria + ",\"users\":[\"one\"]}", "users")]
    [InlineData("{" + Head + "," + Criteria + ",\"app\":\"5d8cff3cd55b040010928b5b\"}", "does not lie in an app")]
    [InlineData("{\"schemaVersion\":1,\"resourceType\":\"ConvConversation\",\"service\":\"KS00000000000000000000000000000001\"," + Criteria + "}", "service")]
    [InlineData("{" + Telnyx + "," + Service + ",\"criteria\":{\"noMessage\":true}}", "does not lie in a service")]
    [InlineData("{" + Telnyx + "," + Criteria + "}", "state: TelnyxConversation has no state")]
    [InlineData("{" + Telnyx + ",\"criteria\":{\"updatedOlderThan\":\"90d\"}}", "Ask for lastMessageOlderThan")]
    [InlineData("{" + Telnyx + ",\"close\":true,\"criteria\":{\"noMessage\":true}}", "close: TelnyxConversation can't be closed")]
    [InlineData("{\"schemaVersion\":1,\"resourceType\":\"SunshineConversation\",\"criteria\":{\"noMessage\":true}}", "Give the users, by users or externalUsers")]
    public async Task It_is_refused_and_nothing_is_sent(string policy, string told)
    {
        await File.WriteAllTextAsync(folder.FileNamed("policy.json"), policy);
        await RefusedAsync(new CleanupOptions { PolicyPath = folder.FileNamed("policy.json"), Yes = true, BaseUri = server.Address }, told);
    }

    [Theory]
    [InlineData("missing.json")]
    [InlineData("")]
    public async Task A_file_that_is_not_there_is_no_policy(string name) =>
        await RefusedAsync(new CleanupOptions { PolicyPath = folder.FileNamed(name), Yes = true, BaseUri = server.Address }, "can't be read as a policy");

    [Fact]
    public async Task What_a_policy_says_is_not_said_again()
    {
        await File.WriteAllTextAsync(folder.FileNamed("policy.json"), "{" + Head + "," + Criteria + "}");
        var options = new CleanupOptions { PolicyPath = folder.FileNamed("policy.json"), Yes = true, BaseUri = server.Address };
        await RefusedAsync(options with { State = "closed" }, "Leave them out");
        await RefusedAsync(options with { ServiceSid = "IS00000000000000000000000000000001" }, "Leave them out");
        await RefusedAsync(options with { OlderThan = TimeSpan.FromDays(90) }, "Leave them out");
    }

    [Fact]
    public async Task A_plan_that_is_not_there_is_not_made_of_nothing() => await RefusedAsync(
        new CleanupOptions { PlanPath = folder.FileNamed("typo.json"), Yes = true, BaseUri = server.Address }, "There is no plan");

    [Fact]
    public async Task A_plan_needs_a_file() => await RefusedAsync(
        new CleanupOptions { PlanOnly = true, ServiceSid = "IS00000000000000000000000000000001", BaseUri = server.Address }, "--plan FILE");

    private async Task RefusedAsync(CleanupOptions options, string told)
    {
        var run = (await CleanupInProcess.RunAsync(options)).Expect(2);
        Assert.Contains(told, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("ConversationsAdmin.", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("TWILIO_", run.Errors, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.Equal("", run.Output);
    }
}
