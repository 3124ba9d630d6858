using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Looks;

/// <summary>A way to see what no monitor shows: somebody logs in, types and reads. The estate carries it out.</summary>
public abstract class LookSpec : ActionSpec
{
    /// <summary>On a machine with nothing else to do; what is recorded is recorded for so long.</summary>
    public abstract long IdleNs { get; }

    /// <summary>In a shell of a server, so it takes longer where the cores are busy or the memory is full.</summary>
    public virtual bool OnMachine => true;

    public sealed override int Place => 1000;

    public sealed override long TakesNs(ISpecs specs) => IdleNs;

    /// <summary>Null: the action is not a look.</summary>
    public static LookSpec? Find(string action) => ActionCatalogue.Find(action) as LookSpec;
}
