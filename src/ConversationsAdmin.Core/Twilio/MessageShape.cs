using ConversationsAdmin.Core.Operations;

namespace ConversationsAdmin.Core.Twilio;

/// <summary>A message as Twilio answers it.</summary>
internal static class MessageShape
{
    private static readonly ShapeField Media = TwilioField.List("media", new("media", ShapeType.Object)
    {
        Members = new(
            TwilioField.Text("sid"),
            TwilioField.Integer("size") with { Description = "The bytes that it has." },
            TwilioField.Text("content_type"),
            TwilioField.Text("filename")),
    });

    private static readonly ShapeField Delivery = TwilioField.Object(
        "delivery",
        TwilioField.Integer("total") with { Description = "How many recipients it counts." },
        Share("sent"),
        Share("delivered"),
        Share("read"),
        Share("failed"),
        Share("undelivered"));

    internal static readonly ObjectShape Resource = new(
        TwilioField.AccountSid,
        TwilioField.ServiceSid,
        TwilioField.Text("conversation_sid"),
        TwilioField.Text("sid"),
        new("index", ShapeType.Integer) { Description = "The place of the message in the conversation." },
        TwilioField.Text("author"),
        TwilioField.Text("body"),
        Media,
        TwilioField.Attributes(),
        TwilioField.Text("participant_sid"),
        TwilioField.DateCreated,
        TwilioField.DateUpdated,
        Delivery,
        TwilioField.Url,
        TwilioField.Links,
        TwilioField.Text("content_sid"));

    // To how many of the recipients it happened.
    private static ShapeField Share(string name) => TwilioField.Choice(name, "all", "some", "none");
}
