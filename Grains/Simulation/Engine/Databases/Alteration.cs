using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Databases;

namespace OpsGame.Simulation.Engine.Databases;

/// <summary>An ALTER of a table: the one there is, or was last.</summary>
internal sealed class Alteration
{
    public AlterTable Order { get; private set; } = new("", 0, "", 0, 0, 0);

    public AlterPhase Phase { get; private set; }

    /// <summary>How often it has asked for the lock.</summary>
    public int Tries { get; private set; }

    /// <summary>When it came to this phase.</summary>
    public long Since { get; private set; }

    /// <summary>Counts its phases: a timer of an earlier one is stale.</summary>
    public int Epoch { get; private set; }

    public bool UnderWay => Phase is AlterPhase.Waiting or AlterPhase.Working or AlterPhase.Resting;

    public void Begin(AlterTable order) => (Order, Tries) = (order, 0);

    public void Enter(AlterPhase phase, long now)
    {
        (Phase, Since) = (phase, now);
        Epoch++;
        if (phase == AlterPhase.Waiting) Tries++;
    }

    public void AddTo(ref StateHash hash)
    {
        hash.Add(Order.Number);
        hash.Add((int)Phase);
        hash.Add(Tries);
        hash.Add(Since);
    }
}
