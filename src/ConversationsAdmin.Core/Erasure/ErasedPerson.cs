using System.Security.Cryptography;
using System.Text;
using ConversationsAdmin.Core.Operations;
using ConversationsAdmin.Core.Twilio;
using ConversationsAdmin.Twilio;

namespace ConversationsAdmin.Core.Erasure;

/// <summary>The one person that an erasure is about: the identity of a chat user, or the address of somebody who takes part by SMS, WhatsApp and the like.</summary>
public sealed class ErasedPerson
{
    // Who signs a message that names no author.
    private const string ProviderAuthor = "system";

    private ErasedPerson(string name, string parameter)
    {
        Name = name;
        Parameter = parameter;
        if (string.IsNullOrWhiteSpace(name))
        {
            throw RequestArgumentException.About(parameter, $"it is blank. Name the one person to be erased.");
        }

        if (name.AsSpan().ContainsAny('*', '?'))
        {
            throw RequestArgumentException.About(parameter, $"'{name}' has a wildcard, and an erasure is about one person. Name that person in full.");
        }

        if (name != name.Trim() || name.Any(char.IsControl))
        {
            throw RequestArgumentException.About(parameter, $"'{name}' begins or ends with a blank, or holds a control character, so that nobody would be found by it. Give it as the provider has it.");
        }

        OperationRequest.CheckValues(ParticipantConversationResource.List, [KeyValuePair.Create(parameter, (object?)name)]);
        Search = new NameSearch(name);
        Json = new JsonNames(Search);
        Sha256 = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name))).ToLowerInvariant();
    }

    /// <summary>The identity, or the address.</summary>
    public string Name { get; }

    /// <summary>The SHA-256 of <see cref="Name"/> in UTF-8: 64 hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>True for the address of somebody who is no chat user, so that there is no user.</summary>
    public bool IsAddress => Parameter == nameof(MessagingBinding.Address);

    /// <summary>The wire name of the filter that finds the conversations in which the person takes part.</summary>
    internal string Parameter { get; }

    internal NameSearch Search { get; }

    internal JsonNames Json { get; }

    /// <summary>A chat user.</summary>
    /// <param name="identity">The identity, in full and as the provider has it: upper and lower case differ.</param>
    /// <exception cref="RequestArgumentException">It is blank, has a wildcard, or is no identity of one person.</exception>
    public static ErasedPerson OfIdentity(string identity) =>
        identity == ProviderAuthor ? throw RequestArgumentException.About(nameof(Participant.Identity), $"'{identity}' signs every message for which no author was given, whoever wrote it, so it stands for no one person. Remove these messages with Remove-ConvMessage.")
        : SidKind.User.Matches(identity) ? throw RequestArgumentException.About(nameof(Participant.Identity), $"'{identity}' is a user SID and no identity. Give the identity that Get-ConvUser shows for it.")
        : new(identity, nameof(Participant.Identity));

    /// <summary>Somebody who takes part by SMS, WhatsApp and the like.</summary>
    /// <param name="address">The address as the provider has it, such as <c>+15558675310</c> or <c>whatsapp:+15558675310</c>.</param>
    /// <exception cref="RequestArgumentException">It is blank, has a wildcard, or is too long.</exception>
    public static ErasedPerson OfAddress(string address) => new(address, nameof(MessagingBinding.Address));

    /// <summary>What a sentence calls the person.</summary>
    public override string ToString() => $"{Parameter.ToLowerInvariant()} {Name}";

    internal bool Is(Participant participant) => IsAddress
        ? participant.MessagingBinding is { } binding && (binding.Address == Name || binding.ProjectedAddress == Name)
        : participant.Identity == Name;

    /// <summary>A text that may be kept: an error's, say, in which the provider may have named the person.</summary>
    internal string? WithoutName(string? text) => text is null ? null : Search.Replace(text, "(the person)");
}
