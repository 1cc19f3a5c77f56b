namespace ConversationsAdmin.Sandbox.Faults;

internal enum Fault
{
    TooManyRequests,
    ServerError,
}
