using System.Globalization;

namespace ConversationsAdmin.Sandbox.Telnyx.SampleData;

/// <summary>A way to talk to an assistant, and what conversations of it are called.</summary>
internal sealed record SampleChannel(string Name, string Title)
{
    public const string PhoneCall = "phone_call";
    public const string WebChat = "web_chat";
    public const string Sms = "sms";

    private static readonly SampleChannel[] All =
    [
        new(PhoneCall, "Voice call with {0}"),
        new(PhoneCall, "Voice call from {0}, not answered by a person"),
        new(WebChat, "Web chat with {0}"),
        new(Sms, "Text messages of {0}"),
        new(Sms, ""),
    ];

    public static SampleChannel Any(SeededRandom random) => random.Pick(All);

    public string NameFor(string person) => string.Format(CultureInfo.InvariantCulture, Title, person);
}
