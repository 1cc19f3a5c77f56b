using ConversationsAdmin.Sandbox.Data;
using ConversationsAdmin.Sandbox.Twilio.Fields;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>How a form says by what a participant takes part: an identity, an address, or a projected address.</summary>
internal static class ParticipantBindings
{
    public static MessagingBinding? OfNew(FieldValues form)
    {
        var binding = new MessagingBinding(
            form.Text(ParticipantFields.Address), form.Text(ParticipantFields.ProxyAddress), form.Text(ParticipantFields.ProjectedAddress));
        var isChat = form.Has(ParticipantFields.Identity);
        if (!isChat && binding is { Address: null, ProjectedAddress: null })
            throw TwilioError.BadParameter(
                $"A participant needs {ParticipantFields.Identity}, {ParticipantFields.Address} or {ParticipantFields.ProjectedAddress}.");
        if (isChat && binding is not { Address: null, ProxyAddress: null })
            throw new TwilioError(400, TwilioCode.IdentityBesideAddress,
                $"{ParticipantFields.Identity} goes neither with {ParticipantFields.Address} nor with {ParticipantFields.ProxyAddress}.");
        if (binding is { Address: null, ProxyAddress: not null })
            throw TwilioError.BadParameter($"{ParticipantFields.ProxyAddress} needs {ParticipantFields.Address}.");
        DemandOneChannel(binding);
        return binding is { Address: null, ProjectedAddress: null } ? null : binding;
    }

    public static MessagingBinding? OfUpdated(FieldValues form, Participant participant)
    {
        var old = participant.Binding ?? new MessagingBinding(null, null, null);
        DemandRemovable(form, participant, old);
        var updated = old with
        {
            ProxyAddress = Changed(form, ParticipantFields.ProxyAddress, old.ProxyAddress),
            ProjectedAddress = Changed(form, ParticipantFields.ProjectedAddress, old.ProjectedAddress),
        };
        if (updated is { Address: null, ProxyAddress: not null })
            throw new TwilioError(400, TwilioCode.ProxyAddressCannotBeAdded,
                $"Participant {participant.Sid} has no address to go with a proxy address.");
        if (updated is { Address: not null, ProjectedAddress: not null } && old.ProjectedAddress is null)
            throw new TwilioError(400, TwilioCode.ProjectedAddressCannotBeAdded,
                $"Participant {participant.Sid} has an address, which leaves no place for a projected one.");
        DemandOneChannel(updated);
        if (updated is not { Address: null, ProjectedAddress: null })
            return updated;
        return participant.Identity is not null ? null
            : throw TwilioError.BadParameter($"Participant {participant.Sid} would have neither identity nor address.");
    }

    private static void DemandRemovable(FieldValues form, Participant participant, MessagingBinding old)
    {
        if (form.Text(ParticipantFields.ProxyAddress) == AddressField.Removal && old.ProxyAddress is null)
            throw new TwilioError(400, TwilioCode.NoProxyAddressToRemove, $"Participant {participant.Sid} has no proxy address.");
        if (form.Text(ParticipantFields.ProjectedAddress) == AddressField.Removal && old.ProjectedAddress is null)
            throw new TwilioError(400, TwilioCode.NoProjectedAddressToRemove, $"Participant {participant.Sid} has no projected address.");
    }

    private static string? Changed(FieldValues form, string field, string? old) => form.Text(field) switch
    {
        null => old,
        AddressField.Removal => null,
        var given => given,
    };

    // Only SMS numbers may do without a proxy address, which is what makes a group MMS.
    private static void DemandOneChannel(MessagingBinding binding)
    {
        if (binding.Address is not { } address)
            return;
        var channel = MessagingBinding.ChannelOf(address);
        if (binding.ProxyAddress is not { } proxy)
        {
            if (channel != "sms")
                throw new TwilioError(400, TwilioCode.ProxyAddressEmpty, $"An address of the channel {channel} needs a proxy address.");
            return;
        }
        if (MessagingBinding.ChannelOf(proxy) != channel)
            throw new TwilioError(400, TwilioCode.AddressesOfDifferentChannels,
                $"{ParticipantFields.ProxyAddress} has to be an address of the channel {channel}.");
        if (proxy == address)
            throw new TwilioError(400, TwilioCode.AddressEqualsProxyAddress, $"{address} cannot be its own proxy address.");
    }
}
