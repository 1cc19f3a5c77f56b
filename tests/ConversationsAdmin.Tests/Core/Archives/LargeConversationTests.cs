using System.Net;
using ConversationsAdmin.Core.Archives;
using ConversationsAdmin.Core.Files;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;
using ConversationsAdmin.Tests.Sandbox.Sunshine;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Archives;

/// <summary>A conversation that does not fit into memory goes through a file that nobody else sees.</summary>
public sealed class LargeConversationTests : IDisposable
{
    private const int Messages = 1300;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a.jsonl.gz")]
    public async Task A_conversation_of_many_messages_is_whole(string name)
    {
        var sandbox = new TwilioSandbox(new SandboxOptions { Conversations = 0 });
        using var session = Connect.To(sandbox);
        var conversation = await session.CreateConversationAsync(sandbox);
        for (var number = 0; number < Messages; number++)
        {
            await session.SendAsync(
                MessageResource.Create, ("ChatServiceSid", sandbox.DefaultServiceSid), ("ConversationSid", conversation.ConversationSid), ("Body", $"{number} {Filling(number)}"));
        }

        var source = Archives.Conversation(sandbox.DefaultServiceSid, conversation.ConversationSid);
        await Archives.WriteAllAsync(folder[name], session, [source, source]);
        var text = ArchiveText.Read(folder[name]);
        Assert.Equal(
            Enumerable.Range(0, Messages).Concat(Enumerable.Range(0, Messages)).Select(number => $"{number} {Filling(number)}"),
            text.Resources("message", conversation.ConversationSid).Select(message => message.GetProperty("body").GetString()!));
        Assert.InRange(ArchiveText.Content(folder[name]).Length, 3_000_000, int.MaxValue);
        Assert.Equal(1, folder.FileCount);
    }

    [Fact]
    public async Task Pages_that_come_the_last_first_are_turned_round()
    {
        var sandbox = new SunshineSandbox(new SandboxOptions { Conversations = 20 });
        using var session = ProviderSessions.To(sandbox);
        var source = (await session.ConversationsOfAsync(sandbox, sandbox.SampleUserExternalId))[^1];
        await Archives.WriteAllAsync(folder["before.jsonl"], session, [source]);
        var before = ArchiveText.Read(folder["before.jsonl"]).Resources("message", ArchivedResources.IdOf(source)).Count;
        using var client = new SunshineClient(sandbox);
        for (var number = 0; number < Messages; number++)
        {
            var body = $$"""{"content":{"type":"text","text":"{{number}} {{Filling(number)}}"},"author":{"type":"business"} }""";
            (await client.Post(client.One(ArchivedResources.IdOf(source)) + "/messages", body)).Expect(HttpStatusCode.Created);
        }

        await Archives.WriteAllAsync(folder["a.jsonl.gz"], session, [source]);
        var texts = ArchiveText.Read(folder["a.jsonl.gz"]).Resources("message", ArchivedResources.IdOf(source)).Skip(before).Select(message => message.GetProperty("content").GetProperty("text").GetString()!);
        Assert.Equal(Enumerable.Range(0, Messages).Select(number => $"{number} {Filling(number)}"), texts);
    }

    [Fact]
    public void Many_bytes_lie_in_a_file_without_a_name_and_few_in_none()
    {
        using var stream = new SpillStream(Path.GetDirectoryName(folder["a"])!);
        stream.Write(new byte[1 << 20]);
        Assert.False(stream.IsSpilled);
        stream.Write([1]);
        Assert.True(stream.IsSpilled);
        Assert.Equal((1 << 20) + 1, stream.Length);
        Assert.Equal(OperatingSystem.IsWindows() ? 1 : 0, folder.FileCount);
    }

    private static string Filling(int number) => new((char)('a' + (number % 26)), 1000);
}
