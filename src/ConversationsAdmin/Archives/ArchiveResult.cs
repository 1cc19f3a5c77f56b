namespace ConversationsAdmin;

/// <summary>How an export ended, and what its archive holds now.</summary>
public sealed record ArchiveResult
{
    private readonly ArchiveManifest manifest;

    internal ArchiveResult(ArchiveManifest manifest)
    {
        this.manifest = manifest;
    }

    /// <summary>The file.</summary>
    public string Path => manifest.Path;

    /// <summary>How many conversations this run archived.</summary>
    public int Exported { get; init; }

    /// <summary>How many the archive held already, or came twice.</summary>
    public int Skipped { get; init; }

    /// <summary>How many could not be archived. Nothing of them is in the archive from this run.</summary>
    public int Failed { get; init; }

    /// <summary>True when nothing failed and every conversation of the archive is complete.</summary>
    public bool Complete => manifest.Complete && Failed == 0;

    /// <summary>What could not be had, a sentence each, with the number of conversations.</summary>
    public TextList Missing => manifest.Missing;

    /// <summary>How many different conversations the archive holds, from this run and earlier ones.</summary>
    public int Conversations => manifest.Conversations;

    /// <summary>How many participants the archive holds. What was archived twice counts twice, here and in the numbers that follow.</summary>
    public int Participants => manifest.Counts.Participants;

    /// <summary>How many messages.</summary>
    public int Messages => manifest.Counts.Messages;

    /// <summary>How many delivery receipts.</summary>
    public int Receipts => manifest.Counts.Receipts;

    /// <summary>How many webhooks.</summary>
    public int Webhooks => manifest.Counts.Webhooks;

    /// <summary>How many insights.</summary>
    public int Insights => manifest.Counts.Insights;

    /// <summary>How many interactions.</summary>
    public int Interactions => manifest.Counts.Interactions;

    /// <summary>The SHA-256 of all lines before the manifest; 64 hexadecimal digits.</summary>
    public string Sha256 => manifest.Sha256;

    /// <summary>How long the run took.</summary>
    public TimeSpan Duration { get; init; }
}
