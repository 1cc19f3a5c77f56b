using System.Management.Automation;
using Xunit;

namespace ConversationsAdmin.Hosting.Tests.Hosted;

public sealed class HostingTests : IDisposable
{
    private const string Conversations = "@(Get-ConvConversation).Count";

    private const string Deletes = "@((Get-ConvConnection).Sandbox.Requests | Where-Object Method -EQ DELETE)";

    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("conversations-admin-hosting-");

    public void Dispose() => _scratch.Delete(recursive: true);

    [Fact]
    public void A_host_gets_the_objects_of_the_module()
    {
        using var host = new HostedModule();
        host.Run("Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 30 }");

        IReadOnlyList<PSObject> conversations = host.Run("Get-ConvConversation");

        Assert.NotEmpty(conversations);
        Assert.All(conversations, conversation => Assert.Equal("ConversationsAdmin.Twilio.Conversation", conversation.BaseObject.GetType().FullName));
        Assert.All(conversations, conversation => Assert.StartsWith("CH", (string)conversation.Properties["ConversationSid"].Value));
    }

    [Fact]
    public async Task Two_runspaces_work_at_once_each_on_its_own_connection()
    {
        using var first = new HostedModule();
        using var second = new HostedModule();
        first.Run("Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 60; Seed = 1; Latency = '00:00:00.05' }");
        second.Run("Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 90; Seed = 2; Latency = '00:00:00.05' }");
        using PowerShell removing = first.Pipeline("Get-ConvConversation | Remove-ConvConversation -Confirm:$false -ThrottleLimit 2 -PassThru");
        using PowerShell naming = second.Pipeline("Get-ConvConversation -State active | Set-ConvConversation -FriendlyName reviewed -ThrottleLimit 2");
        int ofFirst = first.Count(Conversations);
        int ofSecond = second.Count(Conversations);

        Task<PSDataCollection<PSObject>> removed = removing.InvokeAsync();
        Task<PSDataCollection<PSObject>> named = naming.InvokeAsync();
        bool atOnce = !removed.IsCompleted && !named.IsCompleted;
        await Task.WhenAll(removed, named);

        Assert.True(atOnce);
        Assert.Empty(removing.Streams.Error.Concat(naming.Streams.Error));
        Assert.Equal(ofFirst, (await removed).Count);
        Assert.Equal(0, first.Count(Conversations));
        Assert.Equal(ofSecond, second.Count(Conversations));
        Assert.Equal(0, second.Count("@(Get-ConvConversation -State active | Where-Object FriendlyName -NE reviewed).Count"));
        Assert.Equal(0, second.Count($"{Deletes}.Count"));
    }

    [Fact]
    public async Task A_deletion_that_is_stopped_leaves_nothing_in_flight_and_is_finished_by_its_journal()
    {
        string remove = $"$all | Remove-ConvConversation -Confirm:$false -ThrottleLimit 4 -PassThru -InformationAction Ignore -JournalPath '{Path.Combine(_scratch.FullName, "run.jsonl")}'";
        using var host = new HostedModule();
        host.Run("Connect-ConvProvider Twilio -Sandbox -SandboxOption @{ Conversations = 300; Latency = '00:00:00.05' }");
        int all = host.Count("$all = @(Get-ConvConversation); $all.Count");

        List<string> told = await StopAfterAsync(10, host.Pipeline(remove));

        Assert.Equal(0, host.Count("(Get-ConvConnection).Sandbox.InFlight"));
        int sent = host.Count($"{Deletes}.Count");
        Assert.InRange(sent, 10, all - 1);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        Assert.Equal(sent, host.Count($"{Deletes}.Count"));

        List<string> left = [.. host.Run("(Get-ConvConversation).ConversationSid").Select(sid => $"{sid}")];
        Assert.Empty(left.Intersect(told));

        host.Run(remove);
        Assert.Equal(0, host.Count(Conversations));
        Assert.Equal(all, host.Count($"@({Deletes} | Where-Object Acted).Count"));
    }

    [Fact]
    public void A_deletion_that_nobody_can_confirm_fails_and_sends_nothing()
    {
        using var host = new HostedModule();
        host.Run("Connect-ConvProvider Twilio -Sandbox; $all = @(Get-ConvConversation -First 3); (Get-ConvConnection).Sandbox.Clear()");
        using PowerShell pipeline = host.Pipeline("$all | Remove-ConvConversation");

        pipeline.Invoke();

        ErrorRecord error = Assert.Single(pipeline.Streams.Error);
        Assert.StartsWith("CannotAsk,", error.FullyQualifiedErrorId);
        Assert.Contains("-Confirm:$false", $"{error}");
        Assert.Equal(0, host.Count("@((Get-ConvConnection).Sandbox.Requests).Count"));
    }

    // The targets of the outcomes that were told of before the end.
    private static async Task<List<string>> StopAfterAsync(int outcomes, PowerShell pipeline)
    {
        using (pipeline)
        using (var output = new PSDataCollection<PSObject>())
        {
            Task running = pipeline.InvokeAsync<PSObject, PSObject>(null, output);
            while (output.Count < outcomes && !running.IsCompleted)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TestContext.Current.CancellationToken);
            }

            pipeline.Stop();
            await Assert.ThrowsAsync<PipelineStoppedException>(() => running);
            Assert.Equal(PSInvocationState.Stopped, pipeline.InvocationStateInfo.State);
            return [.. output.Select(outcome => $"{outcome.Properties["ConversationSid"].Value}")];
        }
    }
}
