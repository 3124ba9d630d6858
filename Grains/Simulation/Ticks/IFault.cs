using OpsGame.Simulation.Causes;

namespace OpsGame.Simulation.Ticks;

/// <summary>A fault, of the scenario's schedule or of an instructor: a physical parameter changes, the outcome follows.</summary>
public interface IFault
{
    string Id { get; }

    ComponentKind Target { get; }

    /// <summary>It ends by what somebody does, not after a time: a hang, a crash.</summary>
    bool IsEndless { get; }

    /// <summary>What a team may call it; the first is what it is told in the end. Empty: nothing anybody could name.</summary>
    IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs);

    /// <summary>Until when it is a cause; <see cref="long.MaxValue"/>: until <see cref="IsOver"/>.</summary>
    long CauseEndsNs(Command fault, long nowNs, ISpecs specs);

    /// <summary>Whether somebody has ended what has no end of its own.</summary>
    bool IsOver(string target, IEstate estate);
}
