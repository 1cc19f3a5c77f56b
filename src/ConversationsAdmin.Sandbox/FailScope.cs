namespace ConversationsAdmin.Sandbox;

/// <summary>Which requests a planned refusal is for.</summary>
public enum FailScope
{
    /// <summary>Every request.</summary>
    Requests,

    /// <summary>Lists and fetches.</summary>
    Reads,

    /// <summary>Creates, updates and deletes.</summary>
    Writes,

    /// <summary>Deletes alone.</summary>
    Deletes,
}
