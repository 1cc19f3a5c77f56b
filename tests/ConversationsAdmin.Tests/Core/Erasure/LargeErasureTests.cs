using System.Text.Json.Nodes;
using ConversationsAdmin.Core.Twilio;
using Xunit;

namespace ConversationsAdmin.Tests.Core.Erasure;

/// <summary>A person in 40 conversations of 5,000 is erased from all of these, and nothing else changes.</summary>
public sealed class LargeErasureTests
{
    private static readonly string[] Changeable = ["body", "attributes", "date_updated"];

    [Fact]
    public async Task Nothing_carries_the_person_afterwards_and_nothing_else_has_changed()
    {
        using var scene = new ErasureScene(conversations: 5000);
        var mine = new List<string>();
        for (var number = 0; number < 40; number++)
        {
            mine.Add(await scene.AddConversationAsync(("FriendlyName", $"Conversation {number}")));
        }

        var userSid = await scene.UserSidAsync();
        var before = await scene.DumpAsync();
        Assert.True(await scene.EraseAsync());
        var after = await scene.DumpAsync();

        Assert.DoesNotContain(after.Values, row => row.ToJsonString().Contains(ErasureScene.Identity, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await scene.Session.AllAsync(
            Requests.Of(ParticipantConversationResource.List, ("ChatServiceSid", scene.Service), ("Identity", ErasureScene.Identity)), ParticipantConversationResource.Read));
        Assert.Equal(40 * 3 + 1, before.Keys.Except(after.Keys).Count());
        Assert.Empty(after.Keys.Except(before.Keys));
        var changed = after.Where(row => !JsonNode.DeepEquals(before[row.Key], row.Value)).ToDictionary();
        Assert.Equal(40 * 3, changed.Count);
        Assert.All(changed, row => Assert.All(
            row.Value.AsObject().Where(field => !Changeable.Contains(field.Key)), field => Assert.True(JsonNode.DeepEquals(field.Value, before[row.Key][field.Key]), $"{row.Key} {field.Key}")));

        var touched = before.Keys.Except(after.Keys).Concat(changed.Keys).Select(url => url.Split('/')[^1]).Order();
        Assert.Equal(touched, scene.Evidence.Select(evidence => evidence.Id).Order());
        Assert.All(scene.Evidence, evidence => Assert.Equal(ErasureStatus.Done, evidence.Status));
        Assert.Equal(mine.Order(), scene.Evidence.Select(evidence => evidence.ConversationSid).OfType<string>().Distinct().Order());
        Assert.Equal(userSid, Assert.Single(scene.Evidence, evidence => evidence.Kind == ErasureKind.User).Id);
        Assert.Equal(80, scene.Evidence.Count(evidence => evidence is { Kind: ErasureKind.Message, Action: ErasureAction.Removed }));
        Assert.Equal(80, scene.Evidence.Count(evidence => evidence is { Kind: ErasureKind.Message, Action: ErasureAction.Redacted }));
    }
}
