namespace ConversationsAdmin.Sandbox.SampleData;

internal static class SampleSentences
{
    public static readonly string[] All =
    [
        "Good morning, is anybody there?",
        "Thanks for writing. How may I help?",
        "My order has not arrived yet.",
        "I am looking into it now.",
        "Could you send me the number on the invoice?",
        "It is 48-1173.",
        "The driver comes tomorrow between 9 and 11.",
        "That works for me, thank you!",
        "Can I change the address?",
        "Of course. Where should it go?",
        "We sent you a new one today.",
        "Perfekt, vielen Dank 🙂",
        "Is there anything else I can do?",
        "No, that was all. Have a nice day.",
    ];
}
