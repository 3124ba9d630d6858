using System.Collections.Immutable;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Estates;

/// <summary>
/// What the next tick would make of a command: the component's own rule, run on its state as it stands, with the command and
/// without it. Nothing changes.
/// </summary>
public sealed partial class World
{
    /// <summary>For a command that passed <see cref="Check"/>, between two ticks.</summary>
    internal DryRun Try(Command command)
    {
        var spec = SpecOf(command);
        if (spec is LookSpec look) return DryRun.Refused(RefusalOf(look, command)) with { TakesNs = TakesNs(look, command) };
        if (spec is not null) command = spec.Completed(command, Scenario);
        var borrowed = _holdings.Select(holding => holding.States).ToArray();
        _addressed.Clear();
        try
        {
            Deliver(command, spec);
            var reached = _addressed.Keys.ToArray();
            if (spec is null || reached.Contains(command.Target) || Holding(command.Target) is null)
                return Agreed(command, reached) is { } refusal ? DryRun.Refused(refusal) : TryTarget(command);
            return TryAt(reached[0], command) with { TakesNs = spec.ThenNs(Scenario) };
        }
        finally
        {
            foreach (var (holding, states) in _holdings.Zip(borrowed)) holding.Restore(states);
            _addressed.Clear();
        }
    }

    private DryRun TryTarget(Command command) =>
        Holding(command.Target) is not null ? TryAt(command.Target, command)
        : command.Target == Users ? TryUsers(command)
        : command.Target == Incident
            ? DryRun.Refused(RefusalOf(AtDesk([command], NowNs + Nanoseconds.PerTick).Events, command))
        : command.Target == Hints ? DryRun.Refused(_hints.Refuses(NowNs))
        : command.Target == Bets ? DryRun.Refused(_bets.Refuses(command))
        : _alerts.Knows(command.Target) ? DryRun.Refused(_alerts.Refuses(command))
        : DryRun.Refused(null);

    /// <summary>What other components that it reaches must agree to first, as in a tick; null: they do.</summary>
    private Refusal? Agreed(Command command, string[] reached)
    {
        foreach (var id in reached.Where(id => id != command.Target))
        {
            var trial = TryAt(id, command);
            if (trial.Refusal is { } refusal) return refusal;
            Holding(id)!.Replace((IComponent)trial.Acts!);
        }

        return null;
    }

    private DryRun TryAt(string id, Command command) => Holding(id)!.Kind.Visit(new Attempt(this, id, command));

    private DryRun TryUsers(Command command)
    {
        var (before, outcome) = (UsersNow, UsersRules.Take(UsersNow, new UsersInput(NowNs), command));
        return RefusalOf(outcome.Events, command) is { } refusal
            ? DryRun.Refused(refusal)
            : new DryRun(before, before, [], [], null, outcome.Events.FirstOrDefault(told => told.Command == command.Id)?.Undo);
    }

    private static Refusal? RefusalOf(ImmutableArray<DomainEvent> events, Command command) =>
        events.FirstOrDefault(told => told.Command == command.Id && told.Kind == EventKind.Refused) is { } said
            ? new Refusal(said.Code, said.Args)
            : null;

    /// <summary>A component's next tick, with a command and without it.</summary>
    private sealed class Attempt(World world, string id, Command command) : IKindVisitor<DryRun>
    {
        public DryRun Visit<TState, TInput>(Kind<TState, TInput> kind)
            where TState : class, IComponent
            where TInput : class, IInput
        {
            var state = world.States<TState>().First(state => state.Id == id);
            var input = world.Inputs(kind).First(input => input.Id == id);
            var next = world.NowNs + Nanoseconds.PerTick;
            var (idle, acts) =
                (kind.Tick(state, kind.With(input, next, [])), kind.Tick(state, kind.With(input, next, [command])));
            return new DryRun(
                idle.State, acts.State, [.. acts.Directives.Except(idle.Directives)], [.. acts.Orders.Except(idle.Orders)],
                RefusalOf(acts.Events, command), acts.Events.FirstOrDefault(told => told.Command == command.Id)?.Undo);
        }
    }

    /// <param name="Idle">The component's state without the command; likewise Acts with it.</param>
    /// <param name="TakesNs">Of what no component is in the middle of: a look.</param>
    /// <param name="Directives">That only the command brings about; likewise Orders.</param>
    internal sealed record DryRun(
        object? Idle, object? Acts, ImmutableArray<Directive> Directives, ImmutableArray<Command> Orders, Refusal? Refusal,
        Undo? Undo,
        long TakesNs = 0)
    {
        public static DryRun Refused(Refusal? refusal) => new(null, null, [], [], refusal, null);
    }
}
