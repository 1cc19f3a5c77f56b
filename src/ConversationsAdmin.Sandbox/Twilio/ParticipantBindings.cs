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
        if (isChat && binding.Address is not null)
            throw TwilioError.BadParameter($"{ParticipantFields.Identity} and {ParticipantFields.Address} exclude each other.");
        if (binding is { Address: null, ProxyAddress: not null })
            throw TwilioError.BadParameter($"{ParticipantFields.ProxyAddress} needs {ParticipantFields.Address}.");
        DemandOneChannel(binding);
        return binding is { Address: null, ProjectedAddress: null } ? null : binding;
    }

    public static MessagingBinding? OfUpdated(FieldValues form, Participant participant)
    {
        var old = participant.Binding ?? new MessagingBinding(null, null, null);
        var updated = old with
        {
            ProxyAddress = Changed(form, ParticipantFields.ProxyAddress, old.ProxyAddress),
            ProjectedAddress = Changed(form, ParticipantFields.ProjectedAddress, old.ProjectedAddress),
        };
        if (updated is { Address: null, ProxyAddress: not null })
            throw new TwilioError(400, TwilioCode.ProxyAddressCannotBeAdded,
                $"Participant {participant.Sid} has no address to go with a proxy address.");
        DemandOneChannel(updated);
        if (updated is not { Address: null, ProjectedAddress: null })
            return updated;
        return participant.Identity is not null ? null
            : throw TwilioError.BadParameter($"Participant {participant.Sid} would have neither identity nor address.");
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
        if (binding.ProxyAddress is null ? channel != "sms" : MessagingBinding.ChannelOf(binding.ProxyAddress) != channel)
            throw new TwilioError(400, TwilioCode.ProxyAddressMalformed,
                $"{ParticipantFields.ProxyAddress} has to be an address of the channel {channel}.");
    }
}
