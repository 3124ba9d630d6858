namespace OpsGame.Simulation.Engine;

/// <summary>Something that will happen. Ordered by (Time, Sequence): ties in the order they were scheduled.</summary>
internal struct Event
{
    public long Time;
    public long Sequence;
    public int Slot;
    public int Epoch;
    public int Arg;
    public StepKind Kind;

    /// <summary>The lane whose head this is, or −1.</summary>
    public sbyte Lane;

    public readonly bool Before(in Event other) => Time < other.Time || (Time == other.Time && Sequence < other.Sequence);
}
