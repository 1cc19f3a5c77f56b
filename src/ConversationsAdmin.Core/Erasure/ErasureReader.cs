using System.Text.Json;
using ConversationsAdmin.Core.Connections;
using ConversationsAdmin.Core.Http;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>Reads what an erasure needs to know. It changes nothing.</summary>
/// <param name="session">The connection.</param>
/// <param name="person">Who is looked for.</param>
/// <param name="notice">Hears of retries and answers.</param>
internal sealed class ErasureReader(ProviderSession session, ErasedPerson person, Action<RequestNotice>? notice)
{
    internal IAsyncEnumerable<IReadOnlyList<ParticipantConversation>> TakesPartAsync(string service, CancellationToken cancellationToken) =>
        ListAsync(ParticipantConversationResource.List, Of(service), ParticipantConversationResource.Read, cancellationToken, (person.Parameter, person.Name));

    internal IAsyncEnumerable<IReadOnlyList<Conversation>> ConversationsAsync(string service, CancellationToken cancellationToken) =>
        ListAsync(ConversationResource.List, Of(service), ConversationResource.Read, cancellationToken);

    internal IAsyncEnumerable<IReadOnlyList<UserConversation>> UserConversationsAsync(User user, CancellationToken cancellationToken) =>
        ListAsync(UserConversationResource.List, new ResourceAddress((nameof(user.ServiceSid), user.ServiceSid), (nameof(user.UserSid), user.UserSid)), UserConversationResource.Read, cancellationToken);

    internal IAsyncEnumerable<IReadOnlyList<Participant>> ParticipantsAsync(ResourceAddress conversation, CancellationToken cancellationToken) =>
        ListAsync(ParticipantResource.List, conversation, ParticipantResource.Read, cancellationToken);

    internal IAsyncEnumerable<IReadOnlyList<Message>> MessagesAsync(ResourceAddress conversation, CancellationToken cancellationToken) =>
        ListAsync(MessageResource.List, conversation, MessageResource.Read, cancellationToken);

    internal Task<Conversation> ConversationAsync(ResourceAddress conversation, CancellationToken cancellationToken) =>
        session.SendAsync(OperationRequest.Create(ConversationResource.Fetch, conversation.ValuesFor(ConversationResource.Fetch)), ConversationResource.Read, notice, cancellationToken);

    internal Task<Message> MessageAsync(ResourceAddress message, CancellationToken cancellationToken) =>
        session.SendAsync(OperationRequest.Create(MessageResource.Fetch, message.ValuesFor(MessageResource.Fetch)), MessageResource.Read, notice, cancellationToken);

    internal Task<Participant> ParticipantAsync(ResourceAddress participant, CancellationToken cancellationToken) =>
        session.SendAsync(OperationRequest.Create(ParticipantResource.Fetch, participant.ValuesFor(ParticipantResource.Fetch)), ParticipantResource.Read, notice, cancellationToken);

    /// <summary>The push bindings of the person.</summary>
    internal async Task<List<Binding>> BindingsAsync(string service, CancellationToken cancellationToken)
    {
        var bindings = new List<Binding>();
        var all = ListAsync(BindingResource.List, Of(service), BindingResource.Read, cancellationToken, (nameof(Binding.Identity), person.Name));
        await foreach (var page in all.ConfigureAwait(false))
        {
            // Not left to the filter: what it let pass would be removed.
            bindings.AddRange(page.Where(binding => binding.Identity == person.Name));
        }

        return bindings;
    }

    /// <summary>The user of the person; null when there is none.</summary>
    internal async Task<User?> UserAsync(string service, CancellationToken cancellationToken)
    {
        if (person.IsAddress)
        {
            return null;
        }

        try
        {
            var address = new ResourceAddress((nameof(User.ServiceSid), service), (nameof(User.UserSid), new AlternateName(person.Name)));
            var user = await session.SendAsync(OperationRequest.Create(UserResource.Fetch, address.ValuesFor(UserResource.Fetch)), UserResource.Read, notice, cancellationToken).ConfigureAwait(false);
            return user.Identity == person.Name ? user : null;
        }
        catch (ProviderResponseException exception) when (exception.IsNotFound)
        {
            return null;
        }
        catch (RequestArgumentException)
        {
            // An identity that no path may hold, such as one with '..' between slashes, is found in the list.
            return await ListedUserAsync(service, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<User?> ListedUserAsync(string service, CancellationToken cancellationToken)
    {
        await foreach (var page in ListAsync(UserResource.List, Of(service), UserResource.Read, cancellationToken).ConfigureAwait(false))
        {
            if (page.FirstOrDefault(user => user.Identity == person.Name) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static ResourceAddress Of(string service) => new((nameof(Service.ServiceSid), service));

    private IAsyncEnumerable<IReadOnlyList<T>> ListAsync<T>(
        Operation list, ResourceAddress address, Func<JsonElement, ResourceOrigin, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] query)
    {
        var request = OperationRequest.Create(
            list,
            [
                .. address.ValuesFor(list),
                .. query.Select(value => KeyValuePair.Create(value.Name, value.Value)),
                KeyValuePair.Create(TwilioParameters.PageSizeName, (object?)list.Paging!.MaxPageSize),
            ]);
        return session.ListAsync(request, (json, origin) => read(json, origin), notice, cancellationToken);
    }
}
