using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Telnyx;
using ConversationsAdmin.Core.Twilio;
using Xunit;

namespace ConversationsAdmin.Tests.Core;

/// <summary>Creations in the same storm: none is made twice, and whoever can't know whether it was made is told so.</summary>
public sealed class FaultStormCreationTests
{
    private const int Count = 200;
    private const int AtOnce = 20;

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    public async Task Twilio_makes_none_twice_and_what_may_be_made_is_told(int maxFailed)
    {
        await using var storm = await FaultStorm.StartAsync(conversations: 0);
        using var session = storm.ToTwilio(maxFailed);

        var attempts = await CreateAllAsync(
            name => Requests.Of(ConversationResource.Create, ("ChatServiceSid", storm.Twilio.DefaultServiceSid), ("FriendlyName", name)),
            async request => (await session.SendAsync(request, ConversationResource.Read, null, storm.Hung)).ConversationSid);

        var made = storm.Twilio.Record.Requests
            .Where(request => request is { Method: "POST", Acted: true })
            .ToLookup(request => request.Body!.Split('=')[1]);
        Assert.All(attempts, attempt => AssertTold(attempt, made[attempt.Name].Count(), "look before you repeat it"));
        Assert.Contains(attempts, attempt => attempt.Error is not null && made.Contains(attempt.Name));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    public async Task Telnyx_makes_none_twice_under_its_key(int maxFailed)
    {
        await using var storm = await FaultStorm.StartAsync(conversations: 0);
        using var session = storm.ToTelnyx(maxFailed);

        var attempts = await CreateAllAsync(
            name => Requests.Of(TelnyxConversationResource.Create, ("name", name)),
            async request => (await session.SendAsync(request, TelnyxConversationResource.Read, null, storm.Hung)).ConversationId);

        using var patient = storm.ToTelnyx(maxFailed: 20);
        var listed = await patient.AllAsync(Requests.Of(TelnyxConversationResource.List), TelnyxConversationResource.Read, storm.Hung);
        var made = listed.ToLookup(conversation => conversation.Name!, conversation => conversation.ConversationId);
        Assert.All(attempts, attempt => AssertTold(attempt, made[attempt.Name].Count(), "-IdempotencyKey"));
        Assert.All(attempts.Where(attempt => attempt.Id is not null), attempt => Assert.Equal(attempt.Id, made[attempt.Name].Single()));

        // The key must have been needed: what had been made was asked for again, or is said to be in doubt.
        var repeated = storm.Telnyx.Record.Requests
            .Where(request => request is { Method: "POST", Acted: true })
            .GroupBy(request => request.Headers["Idempotency-Key"])
            .Any(group => group.Count() > 1);
        Assert.True(maxFailed > 0 ? repeated : attempts.Any(attempt => attempt.Error is not null && made.Contains(attempt.Name)));
    }

    private static void AssertTold(Creation creation, int made, string advice)
    {
        if (creation.Error is null)
        {
            Assert.Equal(1, made);
            return;
        }

        var mayBeMade = ProviderFailure.MayHaveActed(creation.Request.Operation, creation.Error);
        Assert.InRange(made, 0, mayBeMade ? 1 : 0);
        Assert.NotEqual("", creation.Error.Message);
        if (made > 0)
        {
            Assert.Contains(advice, creation.Error.Message);
        }
    }

    // Whatever is not a failure of the provider's ends the test.
    private static async Task<List<Creation>> CreateAllAsync(Func<string, OperationRequest> requestOf, Func<OperationRequest, Task<string>> create)
    {
        using var places = new SemaphoreSlim(AtOnce);
        return [.. await Task.WhenAll(Enumerable.Range(1, Count).Select(number => CreateAsync($"storm-{number}")))];

        async Task<Creation> CreateAsync(string name)
        {
            var request = requestOf(name);
            await places.WaitAsync();
            try
            {
                return new Creation(name, request, await create(request), Error: null);
            }
            catch (ProviderException exception)
            {
                return new Creation(name, request, Id: null, exception);
            }
            finally
            {
                places.Release();
            }
        }
    }

    private sealed record Creation(string Name, OperationRequest Request, string? Id, ProviderException? Error);
}
