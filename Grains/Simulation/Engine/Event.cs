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

    public readonly bool Before(in Event other) => Time < other.Time || (Time == other.Time && Sequence < other.Sequence);
}
