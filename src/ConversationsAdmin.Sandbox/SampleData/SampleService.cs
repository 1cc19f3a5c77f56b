using ConversationsAdmin.Sandbox.Data;

namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>A service that is still to be filled with so many conversations of its kind.</summary>
internal sealed record SampleService(Service Service, SampleRoles Roles, SampleServiceKind Kind, int Conversations);
