namespace ConversationsAdmin.Sandbox.Data;

internal enum DeliveryStatus
{
    Sent,
    Delivered,
    Read,
    Failed,
    Undelivered,
}
