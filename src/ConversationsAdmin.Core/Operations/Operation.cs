using System.Collections.Immutable;

namespace ConversationsAdmin.Core.Operations;

/// <summary>
/// One operation of a provider, defined once: everything that sends it, checks it, pages it, paces it or describes it reads this.
/// </summary>
public sealed record Operation
{
    /// <summary>The provider's name for it, such as <c>DeleteServiceConversation</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What messages call it, where the provider's own name is none that anybody would read.</summary>
    public string Title { get => field ?? Name; init; }

    /// <summary>The name that an agent calls it by, such as <c>remove-conversation-your-service</c>.</summary>
    public required string ToolName { get; init; }

    /// <summary>What it does, in one sentence of at most 140 characters: what a deletion takes with it, what an update replaces whole.</summary>
    public required string Summary { get; init; }

    /// <summary>The service that answers it.</summary>
    public required Api Api { get; init; }

    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The path with its parameters in braces, from the root of the service.</summary>
    public required string Path { get; init; }

    /// <summary>The HTTP status that the provider answers success with.</summary>
    public required int Status { get; init; }

    /// <summary>Every parameter that it takes.</summary>
    public required ImmutableArray<OperationParameter> Parameters { get; init; }

    /// <summary>How it wants its body.</summary>
    public BodyEncoding Body { get; init; }

    /// <summary>The type of what it answers, such as <c>ConvConversation</c>; null when it answers nothing.</summary>
    public string? ResourceType { get; init; }

    /// <summary>How its list is read; null when it answers no list.</summary>
    public ListPaging? Paging { get; init; }

    /// <summary>The field of the answer that holds the resource; null when the answer is the resource itself.</summary>
    public string? Envelope { get; init; }

    /// <summary>The field of a page that holds its rows; null when it answers no list.</summary>
    public string? ItemsKey { get => field ?? (Paging is null ? null : Envelope); init; }

    /// <summary>What the resource looks like that it answers, or one row of its list; null when it answers nothing.</summary>
    public ObjectShape? Shape => ResourceShapes.Of(ResourceType);

    /// <summary>What its whole answer looks like: the resource, its envelope, or a page; null when it answers nothing.</summary>
    public ObjectShape? AnswerShape => AnswerShapes.Of(this);

    /// <summary>True when it changes nothing.</summary>
    public bool ReadOnly => Method == HttpMethod.Get;

    /// <summary>True when it destroys something that cannot be had back.</summary>
    public bool Destructive => Method == HttpMethod.Delete;

    /// <summary>True when the provider says that sending it twice has the effect of sending it once.</summary>
    public bool Idempotent => ReadOnly || Destructive || Method == HttpMethod.Put;

    /// <summary>True when it may be sent again although an earlier attempt may have acted.</summary>
    public bool SafeToRepeat => Idempotent || TakesIdempotencyKey;

    /// <summary>True when a key goes with it by which the provider knows a repetition, and does nothing for it.</summary>
    public bool TakesIdempotencyKey => Parameters.Any(parameter => parameter is IdempotencyKeyParameter);

    /// <summary>What its limit of actions per second is counted for.</summary>
    public BudgetScope BudgetScope { get; init; }

    /// <summary>What must hold between parameters. Each rule answers what is wrong, or null.</summary>
    public ImmutableArray<OperationRule> Rules { get; init; } = [];

    /// <summary>The provider that answers it.</summary>
    public Provider Provider => Api.Provider();
}

/// <summary>What must hold between the parameters of an operation.</summary>
/// <param name="values">The values as they would be sent, by wire name.</param>
/// <returns>What is wrong, or null.</returns>
public delegate RequestArgumentException? OperationRule(IReadOnlyDictionary<string, IReadOnlyList<string>> values);
