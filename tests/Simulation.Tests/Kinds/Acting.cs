using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Kinds;

/// <summary>What a rule is called with: an estate's first states, and complete commands.</summary>
internal static class Acting
{
    /// <summary>A new estate with every kind of component but a scaler, or with this scenario's.</summary>
    public static World World(Scenario? scenario = null) => new(scenario ?? Entry.WithEverything(), seed: 1);

    /// <summary>Ann's command, with the default of every parameter that is not given.</summary>
    public static Command Of(string action, string target, params (string Name, string Value)[] args)
    {
        Assert.Null(ActionCatalogue.Check(action, args.ToDictionary(arg => arg.Name, arg => arg.Value), out var full));
        return new Command("c1", "ann", action, target, full);
    }

    /// <summary>Ids of what players may do to a kind of component.</summary>
    public static IEnumerable<string> ActionsOn(ComponentKind kind) =>
        ActionCatalogue.All.Where(spec => spec.Target == kind && !spec.InstructorOnly).Select(spec => spec.Id);

    /// <summary>Ids of the faults an instructor may inject there.</summary>
    public static IEnumerable<string> FaultsOf(ComponentKind kind) =>
        ActionCatalogue.All.Where(spec => spec.Target == kind && spec.InstructorOnly).Select(spec => spec.Id);
}
