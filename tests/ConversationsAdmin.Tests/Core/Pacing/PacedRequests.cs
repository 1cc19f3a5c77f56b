using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Sandbox;

namespace ConversationsAdmin.Tests.Core.Pacing;

/// <summary>Requests that draw on budgets.</summary>
internal static class PacedRequests
{
    /// <summary>So slow that a second action does not come while a test runs.</summary>
    public const double Never = 0.01;

    public static OperationRequest Delete(string service, int number) =>
        Requests.Of(ConversationResource.Delete, ("ChatServiceSid", service), ("Sid", $"CH{number:x32}"));

    public static OperationRequest Rename(string service, string conversation) =>
        Requests.Of(ConversationResource.Update, ("ChatServiceSid", service), ("Sid", conversation), ("FriendlyName", "Support"));

    public static OperationRequest Create(string service) => Requests.Of(ConversationResource.Create, ("ChatServiceSid", service));

    /// <summary>Sends, and counts an absent conversation as deleted.</summary>
    public static async Task SendAnyAsync(this ProviderSession session, OperationRequest request, Action<RequestNotice>? notice = null, CancellationToken stop = default)
    {
        try
        {
            await session.Client.SendAsync(request, notice, stop);
        }
        catch (ProviderResponseException exception) when (exception.IsNotFound)
        {
            // The limit counts it all the same.
        }
    }

    public static Task DeleteAllAsync(this ProviderSession session, string service, int count, int atOnce, Action<RequestNotice>? notice = null) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (number, stop) => await session.SendAnyAsync(Delete(service, number), notice, stop));

    public static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(5);
        }
    }

    public static async Task<int> AnsweredAsync(this TwilioSandbox sandbox, int count)
    {
        await UntilAsync(() => sandbox.Record.Requests.Count(request => request.Status is not null) >= count);
        return sandbox.Record.Requests.Count;
    }
}
