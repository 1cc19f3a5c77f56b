using System.Text.Json;
using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.Twilio;

/// <summary>Sums up a message's receipts. What was read was also delivered, and what was delivered was also sent.</summary>
internal static class DeliverySummary
{
    private static readonly (string Name, DeliveryStatus[] Statuses)[] Lines =
    [
        ("sent", [DeliveryStatus.Sent, DeliveryStatus.Delivered, DeliveryStatus.Read, DeliveryStatus.Undelivered]),
        ("delivered", [DeliveryStatus.Delivered, DeliveryStatus.Read]),
        ("read", [DeliveryStatus.Read]),
        ("failed", [DeliveryStatus.Failed]),
        ("undelivered", [DeliveryStatus.Undelivered]),
    ];

    public static void Write(Utf8JsonWriter json, Message message)
    {
        var total = message.Receipts.Count;
        if (total == 0)
        {
            json.WriteNull("delivery");
            return;
        }
        json.WriteStartObject("delivery");
        json.WriteNumber("total", total);
        foreach (var (name, statuses) in Lines)
        {
            var count = message.Receipts.From(0).Count(receipt => statuses.Contains(receipt.Status));
            json.WriteString(name, count == 0 ? "none" : count == total ? "all" : "some");
        }
        json.WriteEndObject();
    }
}
