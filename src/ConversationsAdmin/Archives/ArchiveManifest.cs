namespace ConversationsAdmin;

/// <summary>What an archive holds, as its last line says.</summary>
public sealed record ArchiveManifest
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>How many different conversations it holds.</summary>
    public required int Conversations { get; init; }

    /// <summary>How many resources of each type it holds.</summary>
    public required ArchiveCounts Counts { get; init; }

    /// <summary>True when every conversation is complete.</summary>
    public required bool Complete { get; init; }

    /// <summary>What could not be had, a sentence each, with the number of conversations.</summary>
    public required TextList Missing { get; init; }

    /// <summary>The SHA-256 of all lines before the manifest; 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was completed.</summary>
    public required DateTimeOffset Time { get; init; }
}
