namespace ConversationsAdmin.Core.Operations;

/// <summary>The value of a parameter that is to be cleared. A null means that it is not given.</summary>
public sealed class JsonNull
{
    /// <summary>The value.</summary>
    public static readonly JsonNull Value = new();

    private JsonNull()
    {
    }
}
