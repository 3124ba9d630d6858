using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// A place on a request's way. It owns what it keeps of requests and of itself; the kernel tells it what happens. Making one is
/// joining: stations stand in the order they were made, each on top of those it uses.
/// </summary>
internal abstract class Station
{
    protected readonly Kernel Kernel;
    protected readonly EventQueue Queue;
    protected readonly RequestPool Pool;

    protected Station(Kernel kernel)
    {
        (Kernel, Queue, Pool) = (kernel, kernel.Queue, kernel.Pool);
        kernel.Join(this);
    }

    protected long Now => Queue.Now;

    /// <summary>Its turn in the state hash and among the rows of a report.</summary>
    public virtual Turn Turn => Turn.Last;

    /// <summary>A step of a request happens here.</summary>
    public virtual void Reach(StepKind kind, int slot, int arg) => throw Unknown(kind);

    /// <summary>A timer of this station ends, whoever it was for may be gone.</summary>
    public virtual void Fire(StepKind kind, int slot, int epoch) => throw Unknown(kind);

    /// <summary>An answer, or a failure, has come back to a caller that stands here.</summary>
    public virtual void Answered(int slot) => throw new InvalidOperationException($"nobody calls from {GetType().Name}");

    /// <summary>A request stops what it was doing; if that was waiting here, it stands in the queue no longer.</summary>
    public virtual void Stop(int slot, Phase was)
    {
    }

    /// <summary>A request is lost from a role's level on down, and gives back what it holds here of that.</summary>
    public virtual void Lose(int slot, int level)
    {
    }

    /// <summary>
    /// A caller waits for a request no longer, which goes on in another slot (or in the same, when no server had it): what this
    /// one keeps of whoever waits moves there.
    /// </summary>
    public virtual void Part(int slot, int heir, int caller)
    {
    }

    /// <summary>What the effects of directives act on.</summary>
    public virtual object Controls => this;

    /// <summary>A simulated second is over: what was counted in it becomes the last one's.</summary>
    public virtual void Roll()
    {
    }

    public virtual void ResetMeters()
    {
    }

    /// <summary>What it measured since then.</summary>
    public virtual IEnumerable<StationReport> Report() => [];

    /// <summary>Every station's meters come first in the state hash, then the rest.</summary>
    public virtual void AddMetersTo(ref StateHash hash)
    {
    }

    public virtual void AddTo(ref StateHash hash)
    {
    }

    /// <summary>Says what is broken of what must hold between any two events.</summary>
    public virtual void Audit(List<string> broken)
    {
    }

    protected StepKind NewStep() => Kernel.NewStep(this);

    protected StepKind NewTimer() => Kernel.NewTimer(this);

    private InvalidOperationException Unknown(StepKind kind) => new($"{GetType().Name} knows no step {kind}");
}
