using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Removal;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Core.Wire;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

public sealed class RemovalTests
{
    private static readonly WireAnswer Gone = WireAnswer.Json(404, """{"code":20404,"message":"not found","status":404}""");
    private static readonly WireAnswer Exists = WireAnswer.Json(200, "{}");

    private readonly TwilioSandbox sandbox = new(new SandboxOptions { Conversations = 0 });

    [Fact]
    public async Task What_the_provider_removed_is_removed()
    {
        using var session = Connect.To(sandbox);
        var conversation = await session.CreateConversationAsync(sandbox);
        sandbox.Record.Clear();
        var outcome = await RemoveAsync(session, Conversation(conversation.ConversationSid));
        Assert.Equal((RemovalStatus.Removed, 1, conversation.ConversationSid), (outcome.Status, outcome.Attempts, outcome.Target));
        Assert.Equal(
            ("ConvConversation", "Sandbox", conversation.ConversationSid),
            (outcome.ResourceType, outcome.ConnectionName, outcome.ConversationSid));
        Assert.Null(outcome.Error);
        Assert.Single(sandbox.Record.Requests);
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, "")]
    [InlineData(202, "null")]
    [InlineData(204, "")]
    [InlineData(200, "\r\n")]
    [InlineData(200, "\uFEFF{}")]
    public async Task Any_success_in_the_form_of_the_provider_is_removed(int status, string body)
    {
        using var server = WireServer.Answering(WireAnswer.Json(status, body));
        using var session = Connect.To(server);
        Assert.Equal(RemovalStatus.Removed, (await RemoveAsync(session, Conversation(Requests.ConversationSid))).Status);
    }

    [Fact]
    public async Task A_page_of_something_on_the_way_shows_of_nothing_that_it_is_gone()
    {
        using var server = WireServer.Answering(WireAnswer.Text(200, "text/html", "<html>Sign in</html>"));
        using var session = Connect.To(server);
        var outcome = await RemoveAsync(session, Conversation(Requests.ConversationSid));
        Assert.Equal((RemovalStatus.Failed, "UnexpectedResponse"), (outcome.Status, outcome.Error?.ErrorId));
    }

    [Fact]
    public async Task An_identifier_that_is_gone_from_a_service_that_exists_is_already_gone()
    {
        using var session = Connect.To(sandbox);
        var outcome = await RemoveAsync(session, Conversation(Requests.ConversationSid));
        Assert.Equal(RemovalStatus.AlreadyGone, outcome.Status);
        Assert.Null(outcome.Error);
        Assert.Equal(["DELETE", "GET"], sandbox.Record.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_service_that_does_not_exist_is_a_failure()
    {
        using var session = Connect.To(sandbox);
        var outcome = await RemoveAsync(session, Removals.Conversation(Requests.ServiceSid, Requests.ConversationSid));
        Assert.Equal(RemovalStatus.Failed, outcome.Status);
        Assert.Contains(Requests.ServiceSid, outcome.Message);
        Assert.Equal("Twilio.20404", outcome.Error?.ErrorId);
    }

    [Fact]
    public async Task A_participant_is_already_gone_only_from_a_conversation_that_exists()
    {
        using var session = Connect.To(sandbox);
        var conversation = await session.CreateConversationAsync(sandbox);
        Assert.Equal(RemovalStatus.AlreadyGone, (await RemoveAsync(session, Participant(conversation.ConversationSid))).Status);
        var elsewhere = await RemoveAsync(session, Participant(Requests.ConversationSid));
        Assert.Equal(RemovalStatus.Failed, elsewhere.Status);
        Assert.Contains(Requests.ConversationSid, elsewhere.Message);
    }

    [Fact]
    public async Task A_unique_name_that_nobody_has_is_a_failure()
    {
        using var session = Connect.To(sandbox);
        var outcome = await RemoveAsync(session, Conversation(new AlternateName("mispelled")));
        Assert.Equal((RemovalStatus.Failed, "Twilio.20404", "mispelled"), (outcome.Status, outcome.Error?.ErrorId, outcome.Target));
    }

    [Fact]
    public async Task A_unique_name_that_somebody_has_is_removed()
    {
        using var session = Connect.To(sandbox);
        await session.CreateConversationAsync(sandbox, ("UniqueName", "lead/1"));
        Assert.Equal(RemovalStatus.Removed, (await RemoveAsync(session, Conversation(new AlternateName("lead/1")))).Status);
    }

    public static TheoryData<string, bool> LostAnswers() => new()
    {
        { Requests.ConversationSid, false }, { Requests.ConversationSid, true }, { "lead", false }, { "lead", true },
    };

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_removal_whose_answer_was_lost_is_already_gone(string target, bool onKeptConnection)
    {
        var lost = false;
        using var server = new WireServer(request =>
        {
            if (request.Method != "DELETE")
            {
                return Exists;
            }

            var first = !lost;
            lost = true;
            return first ? WireAnswer.Reset : Gone;
        });
        using var session = Connect.To(server);
        if (onKeptConnection)
        {
            await session.SendAsync(Requests.ForMethod("GET"));
        }

        var outcome = await RemoveAsync(session, Conversation(target == "lead" ? new AlternateName(target) : target));
        Assert.Equal(RemovalStatus.AlreadyGone, outcome.Status);
        Assert.Null(outcome.Error);
    }

    [Fact]
    public async Task A_removal_that_took_too_long_to_answer_is_already_gone()
    {
        using var server = WireServer.Answering(WireAnswer.Silence, Gone, Exists);
        using var session = Connect.To(server, timeout: TimeSpan.FromSeconds(1));
        Assert.Equal(RemovalStatus.AlreadyGone, (await RemoveAsync(session, Conversation(new AlternateName("lead")))).Status);
    }

    [Fact]
    public async Task A_lost_answer_does_not_excuse_a_wrong_service()
    {
        using var server = WireServer.Answering(WireAnswer.Reset, Gone, Gone);
        using var session = Connect.To(server);
        Assert.Equal(RemovalStatus.Failed, (await RemoveAsync(session, Conversation(Requests.ConversationSid))).Status);
    }

    [Fact]
    public async Task The_service_is_looked_at_once_for_many()
    {
        using var session = Connect.To(sandbox);
        var remover = new Remover();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
            remover.RemoveAsync(session, Conversation($"CH{number:x32}"), null, CancellationToken.None)));
        Assert.All(outcomes, outcome => Assert.Equal(RemovalStatus.AlreadyGone, outcome.Status));
        Assert.Single(sandbox.Record.Requests, request => request.Method == "GET");
    }

    [Fact]
    public async Task A_service_that_cannot_be_looked_at_leaves_the_removal_failed()
    {
        using var server = new WireServer(request => request.Method == "DELETE" ? Gone : WireAnswer.Empty(403));
        using var session = Connect.To(server);
        var outcome = await RemoveAsync(session, Conversation(Requests.ConversationSid));
        Assert.Equal((RemovalStatus.Failed, "Twilio.403"), (outcome.Status, outcome.Error?.ErrorId));
    }

    [Fact]
    public async Task One_look_that_failed_does_not_fail_what_comes_later()
    {
        var looks = 0;
        using var server = new WireServer(request => request.Method == "DELETE" ? Gone : ++looks == 1 ? WireAnswer.Empty(500) : Exists);
        using var session = Connect.To(server, Connect.Quick with { MaxFailed = 0 });
        var remover = new Remover();
        var target = Conversation(Requests.ConversationSid);
        Assert.Equal(RemovalStatus.Failed, (await remover.RemoveAsync(session, target, null, CancellationToken.None)).Status);
        Assert.Equal(RemovalStatus.AlreadyGone, (await remover.RemoveAsync(session, target, null, CancellationToken.None)).Status);
    }

    [Fact]
    public async Task A_refusal_is_a_failure_with_its_cause()
    {
        using var server = WireServer.Answering(WireAnswer.Json(403, """{"code":70051,"message":"Authorization Error","status":403}"""));
        using var session = Connect.To(server);
        var outcome = await RemoveAsync(session, Conversation(Requests.ConversationSid));
        Assert.Equal((RemovalStatus.Failed, "Twilio.70051"), (outcome.Status, outcome.Error?.ErrorId));
        Assert.Contains("permission", outcome.Message);
    }

    [Fact]
    public async Task A_service_that_is_gone_is_already_gone()
    {
        using var session = Connect.To(sandbox);
        Assert.Equal(RemovalStatus.AlreadyGone, (await RemoveAsync(session, Removals.Service(Requests.ServiceSid))).Status);
        Assert.Equal(RemovalStatus.Removed, (await RemoveAsync(session, Removals.Service(sandbox.DefaultServiceSid))).Status);
    }

    private RemovalTarget Conversation(object sidOrName) =>
        Removals.Conversation(sandbox.DefaultServiceSid, sidOrName);

    private RemovalTarget Participant(string conversation) =>
        Removals.Participant(sandbox.DefaultServiceSid, conversation, Requests.ParticipantSid);

    private static Task<RemovalOutcome> RemoveAsync(ProviderSession session, RemovalTarget target) =>
        new Remover().RemoveAsync(session, target, null, CancellationToken.None);
}
