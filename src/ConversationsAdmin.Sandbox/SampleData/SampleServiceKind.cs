namespace ConversationsAdmin.Sandbox.SampleData;

/// <summary>One kind of work that the sample account does: how much of it there is and how its conversations look.</summary>
internal sealed record SampleServiceKind(
    string Name,
    int ShareInPercent,
    string UniqueNamePrefix,
    string[] Topics,
    string[] Titles)
{
    /// <summary>The kind with the largest share comes first: its service is the default one.</summary>
    public static readonly SampleServiceKind[] All =
    [
        new("Support", 56, "ticket-",
            ["billing", "refund", "login", "outage", "feedback"],
            ["Refund for order {0}", "Invoice question from {1}", "{1} cannot sign in", "Wrong item in order {0}", "Feedback from {1}"]),
        new("Sales", 24, "lead/",
            ["quote", "demo", "renewal", "trial"],
            ["Quote {0} for {1}", "Demo with {1}", "Renewal of contract {0}", "Trial of {1}"]),
        new("Delivery notifications", 20, "parcel:",
            ["pickup", "delay", "delivered", "address change"],
            ["Parcel {0}", "Parcel {0} for {1}", "Delay of parcel {0}", "New address for parcel {0}"]),
    ];

    public const string EmptyServiceName = "Staging";
}
