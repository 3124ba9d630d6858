using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Scenarios;

/// <summary>A fault of the schedule.</summary>
/// <param name="Fault">Its id in the catalogue of actions.</param>
/// <param name="ForNs">How long; 0: what has no end of its own, a hang or a crash.</param>
/// <param name="Args">Its parameters beside that, complete.</param>
public sealed record FaultSpec(string Fault, string Target, long AtNs, long ForNs, Args Args)
{
    /// <summary>With an instructor's defaults for what is not given.</summary>
    public static FaultSpec Of(
        string fault, string target, long atNs, long forNs, params ReadOnlySpan<(string Name, string Value)> given)
    {
        var args = Arguments.Of(given);
        foreach (var parameter in ActionCatalogue.Find(fault)!.Parameters)
            if (parameter.Name != Seconds && !args.ContainsKey(parameter.Name))
                args = args.Add(parameter.Name, parameter.Initial);
        return new FaultSpec(fault, target, atNs, forNs, args);
    }

    private const string Seconds = "seconds";

    /// <summary>The command of the schedule that it becomes at its time; no player gave it.</summary>
    public Command Command => new("", "", Fault, Target, Args.Add(Seconds, Arguments.Seconds(ForNs)));

    public bool Equals(FaultSpec? other) =>
        other is not null && (Fault, Target, AtNs, ForNs) == (other.Fault, other.Target, other.AtNs, other.ForNs)
        && Args.SequenceEqual(other.Args);

    public override int GetHashCode() => unchecked((int)AtNs);
}
