namespace ConversationsAdmin.Sandbox;

/// <summary>SplitMix64: unlike System.Random its numbers are the same on every runtime, so a seed always means the same sandbox.</summary>
internal sealed class SeededRandom
{
    private ulong state;

    public SeededRandom(int seed, ulong stream) => state = Mix((ulong)(uint)seed + 1) ^ Mix(stream + 0x51_7C_C1_B7_27_22_0A_95);

    public ulong Next()
    {
        state += 0x9E37_79B9_7F4A_7C15;
        return Mix(state);
    }

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double share) => Share() < share;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public string Hex32(string prefix = "") => $"{prefix}{Next():x16}{Next():x16}";

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }
}
