using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Queues;

/// <summary>Dead letters come back, all at once or so many a second.</summary>
/// <param name="next">It is the next one's turn (Epoch: the redrive).</param>
internal sealed class Redrive(EventQueue time, Backlog backlog, StepKind next)
{
    private int _number;
    private int _perSecond;

    /// <summary>Still to come back.</summary>
    public int Left { get; private set; }

    public void Begin(int perSecond)
    {
        _number++;
        (Left, _perSecond) = (backlog.Places.Dead.Count, perSecond);
        if (perSecond > 0)
        {
            Next(_number);
            return;
        }

        for (; Left > 0; Left--) backlog.Revive();
    }

    public void Next(int number)
    {
        if (number != _number || Left == 0) return;
        Left--;
        backlog.Revive();
        if (Left > 0) time.At(time.Now + Nanoseconds.PerSecond / _perSecond, next, 0, _number, 0);
    }
}
