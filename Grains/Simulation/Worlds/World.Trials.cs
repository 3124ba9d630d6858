using System.Collections.Immutable;
using OpsGame.Simulation.Balancers;
using OpsGame.Simulation.Caches;
using OpsGame.Simulation.Certificates;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Databases;
using OpsGame.Simulation.Dns;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Racks;
using OpsGame.Simulation.Rollouts;
using OpsGame.Simulation.Scalers;
using OpsGame.Simulation.Servers;

namespace OpsGame.Simulation.Worlds;

/// <summary>
/// What the next tick would make of a command: the component's own rule, run on its state as it stands, with the command and without
/// it. Nothing changes.
/// </summary>
public sealed partial class World
{
    /// <summary>For a command that passed <see cref="Check"/>.</summary>
    internal Trial Try(Command command)
    {
        var next = NowNs + Nanoseconds.PerTick;
        return KindOf(command.Target) switch
        {
            ComponentKind.Rack => Try(Racks, RackInputs(), state => state.Id, (input, commands) => input with { NowNs = next, Commands = commands }, RackRules.Tick, command),
            ComponentKind.Server => Try(Servers, ServerInputs(), state => state.Id, (input, commands) => input with { NowNs = next, Commands = commands }, ServerRules.Tick, command),
            ComponentKind.Cache => Try(Caches, CacheInputs(), state => state.Id, (input, commands) => input with { NowNs = next, Commands = commands }, CacheRules.Tick, command),
            ComponentKind.Database => Try(Databases, DatabaseInputs(), state => state.Id, (input, commands) => input with { NowNs = next, Commands = commands }, DatabaseRules.Tick, command),
            ComponentKind.Dns => Try(Dns, DnsInputs(), state => state.Id, (input, commands) => input with { NowNs = next, Commands = commands }, DnsRules.Tick, command),
            ComponentKind.Certificate => Try(Certificates, CertificateInputs(), state => state.Id, (input, commands) => input with { NowNs = next, Commands = commands }, CertificateRules.Tick, command),
            ComponentKind.Balancer => Try(Balancers, BalancerInputs(), state => state.Id, (input, commands) => input with { NowNs = next, Commands = commands }, BalancerRules.Tick, command),
            ComponentKind.Rollout => Try(Rollouts, RolloutInputs(), state => state.Id, (input, commands) => input with { NowNs = next, Commands = commands }, RolloutRules.Tick, command),
            ComponentKind.Scaler => Try(Scalers, ScalerInputs(), state => state.Id, (input, commands) => input with { NowNs = next, Commands = commands }, ScalerRules.Tick, command),
            ComponentKind.Users => TryUsers(command),
            ComponentKind.Alert => Trial.Refused(_alerts.Refuses(command)),
            ComponentKind.Hints => Trial.Refused(_hints.Refuses(NowNs)),
            _ => Trial.Refused(null),
        };
    }

    private Trial TryUsers(Command command)
    {
        var before = StateOf(Users)!;
        return new Trial(before, before, [], [], null, command.Action == Actions.SetRetryBudget
            ? Undoing.Of(command, before, new UsersState(command.Real("share")))
            : null);
    }

    private static Trial Try<TState, TInput>(
        ImmutableArray<TState> states, ImmutableArray<TInput> inputs, Func<TState, string> idOf,
        Func<TInput, ImmutableArray<Command>, TInput> with, Func<TState, TInput, Outcome<TState>> rule, Command command)
        where TState : class
    {
        var index = states.IndexOf(states.First(state => idOf(state) == command.Target));
        var idle = rule(states[index], with(inputs[index], []));
        var acts = rule(states[index], with(inputs[index], [command]));
        var said = acts.Events.FirstOrDefault(told => told.Command == command.Id);
        return new Trial(
            idle.State, acts.State, [.. acts.Directives.Except(idle.Directives)], [.. acts.Orders.Except(idle.Orders)],
            said is { Kind: EventKind.Refused } ? new Refusal(said.Code, said.Args) : null, said?.Undo);
    }

    /// <param name="Idle">The component's state without the command; likewise Acts with it.</param>
    /// <param name="Directives">That only the command brings about; likewise Orders.</param>
    internal sealed record Trial(
        object? Idle, object? Acts, ImmutableArray<Directive> Directives, ImmutableArray<Command> Orders, Refusal? Refusal, Undo? Undo)
    {
        public static Trial Refused(Refusal? refusal) => new(null, null, [], [], refusal, null);
    }
}
