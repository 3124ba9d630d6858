using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Caches;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Kinds.Dns;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using AddReplica = OpsGame.Simulation.Kinds.Databases.Actions.AddReplica;

namespace OpsGame.Simulation.Estates;

/// <summary>
/// What the next tick would make of a command: the component's own rule, run on its state as it stands, with the command and
/// without it. Nothing changes.
/// </summary>
public sealed partial class World
{
    /// <summary>For a command that passed <see cref="Check"/>, between two ticks.</summary>
    internal Trial Try(Command command)
    {
        var spec = SpecOf(command);
        if (spec is LookSpec look) return Trial.Refused(RefusalOf(look, command)) with { TakesNs = TakesNs(look, command) };
        if (spec is not null) command = spec.Completed(command, Scenario);
        var racks = Racks;
        _addressed.Clear();
        try
        {
            Deliver(command, spec);
            if (command.Action == AddReplica.Name) return TryReplica(command, NowNs + Nanoseconds.PerTick);
            return TryRacks(command) is { } refusal ? Trial.Refused(refusal) : TryTarget(command, NowNs + Nanoseconds.PerTick);
        }
        finally
        {
            Racks = racks;
            _addressed.Clear();
        }
    }

    private Trial TryTarget(Command command, long next) => KindOf(command.Target) switch
    {
        ComponentKind.Rack =>
            Try(Racks, RackInputs(), one => one.Id, (input, acts) => input with { NowNs = next, Commands = acts }, RackRules.Tick,
                command),
        ComponentKind.Server =>
            Try(Servers, ServerInputs(), one => one.Id, (input, acts) => input with { NowNs = next, Commands = acts },
                ServerRules.Tick, command),
        ComponentKind.Cache =>
            Try(Caches, CacheInputs(), one => one.Id, (input, acts) => input with { NowNs = next, Commands = acts },
                CacheRules.Tick, command),
        ComponentKind.Database =>
            Try(Databases, DatabaseInputs(), one => one.Id, (input, acts) => input with { NowNs = next, Commands = acts },
                DatabaseRules.Tick, command),
        ComponentKind.Dns =>
            Try(Dns, DnsInputs(), one => one.Id, (input, acts) => input with { NowNs = next, Commands = acts }, DnsRules.Tick,
                command),
        ComponentKind.Certificate =>
            Try(Certificates, CertificateInputs(), one => one.Id, (input, acts) => input with { NowNs = next, Commands = acts },
                CertificateRules.Tick, command),
        ComponentKind.Balancer =>
            Try(Balancers, BalancerInputs(), one => one.Id, (input, acts) => input with { NowNs = next, Commands = acts },
                BalancerRules.Tick, command),
        ComponentKind.Rollout =>
            Try(Rollouts, RolloutInputs(), one => one.Id, (input, acts) => input with { NowNs = next, Commands = acts },
                RolloutRules.Tick, command),
        ComponentKind.Scaler =>
            Try(Scalers, ScalerInputs(), one => one.Id, (input, acts) => input with { NowNs = next, Commands = acts },
                ScalerRules.Tick, command),
        ComponentKind.Users => TryUsers(command),
        ComponentKind.Alert => Trial.Refused(_alerts.Refuses(command)),
        ComponentKind.Incident => Trial.Refused(RefusalOf(AtDesk([command], next).Events, command)),
        ComponentKind.Hints => Trial.Refused(_hints.Refuses(NowNs)),
        _ => Trial.Refused(null),
    };

    /// <summary>Its rack answers; when it has booted it copies.</summary>
    private Trial TryReplica(Command command, long next) => Try(
        Racks, RackInputs(), one => one.Id, (input, acts) => input with { NowNs = next, Commands = acts }, RackRules.Tick,
        command, command.Text("rack")) with
    {
        TakesNs = Scenario.Database!.ReplicaCopyNs,
    };

    /// <summary>A command to another component that a rack must agree to first, as in a tick.</summary>
    private Refusal? TryRacks(Command command)
    {
        if (KindOf(command.Target) == ComponentKind.Rack) return null;
        var asked = RackInputs().Where(rack => !rack.Commands.IsEmpty).ToArray();
        foreach (var input in asked)
        {
            var state = Racks.First(rack => rack.Id == input.Id);
            var outcome = RackRules.Tick(state, input with { NowNs = NowNs + Nanoseconds.PerTick });
            if (RefusalOf(outcome.Events, command) is { } refusal) return refusal;
            Racks = Racks.Replace(state, outcome.State);
        }

        return null;
    }

    private Trial TryUsers(Command command)
    {
        var (before, outcome) = (UsersNow, UsersRules.Take(UsersNow, new UsersInput(NowNs), command));
        return RefusalOf(outcome.Events, command) is { } refusal
            ? Trial.Refused(refusal)
            : new Trial(before, before, [], [], null, outcome.Events.FirstOrDefault(told => told.Command == command.Id)?.Undo);
    }

    private static Trial Try<TState, TInput>(
        ImmutableArray<TState> states, ImmutableArray<TInput> inputs, Func<TState, string> idOf,
        Func<TInput, ImmutableArray<Command>, TInput> with, Func<TState, TInput, Outcome<TState>> rule, Command command,
        string? at = null)
        where TState : class
    {
        var index = states.IndexOf(states.First(state => idOf(state) == (at ?? command.Target)));
        var idle = rule(states[index], with(inputs[index], []));
        var acts = rule(states[index], with(inputs[index], [command]));
        return new Trial(
            idle.State, acts.State, [.. acts.Directives.Except(idle.Directives)], [.. acts.Orders.Except(idle.Orders)],
            RefusalOf(acts.Events, command), acts.Events.FirstOrDefault(told => told.Command == command.Id)?.Undo);
    }

    private static Refusal? RefusalOf(ImmutableArray<DomainEvent> events, Command command) =>
        events.FirstOrDefault(told => told.Command == command.Id && told.Kind == EventKind.Refused) is { } said
            ? new Refusal(said.Code, said.Args)
            : null;

    /// <param name="Idle">The component's state without the command; likewise Acts with it.</param>
    /// <param name="TakesNs">Of what no component is in the middle of: a look.</param>
    /// <param name="Directives">That only the command brings about; likewise Orders.</param>
    internal sealed record Trial(
        object? Idle, object? Acts, ImmutableArray<Directive> Directives, ImmutableArray<Command> Orders, Refusal? Refusal,
        Undo? Undo,
        long TakesNs = 0)
    {
        public static Trial Refused(Refusal? refusal) => new(null, null, [], [], refusal, null);
    }
}
