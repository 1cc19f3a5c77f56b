namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>One kind of work that the sample account does: how much of it there is and how its conversations look.</summary>
internal sealed record SampleServiceKind(
    string Name,
    int ShareInPercent,
    string UniqueNamePrefix,
    (string Topic, string Title)[] Subjects)
{
    /// <summary>The kind with the largest share comes first: its service is the default one.</summary>
    public static readonly SampleServiceKind[] All =
    [
        new("Support", 56, "ticket-",
        [
            ("refund", "Refund for order {0}"),
            ("billing", "Invoice question from {1}"),
            ("login", "{1} cannot sign in"),
            ("returns", "Wrong item in order {0}"),
            ("feedback", "Feedback from {1}"),
        ]),
        new("Sales", 24, "lead/",
        [
            ("quote", "Quote {0} for {1}"),
            ("demo", "Demo with {1}"),
            ("renewal", "Renewal of contract {0}"),
            ("trial", "Trial of {1}"),
        ]),
        new("Delivery notifications", 20, "parcel:",
        [
            ("pickup", "Parcel {0}"),
            ("delivered", "Parcel {0} for {1}"),
            ("delay", "Delay of parcel {0}"),
            ("address", "New address for parcel {0}"),
        ]),
    ];

    public const string EmptyServiceName = "Staging";
}
