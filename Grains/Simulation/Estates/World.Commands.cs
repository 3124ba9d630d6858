using System.Collections.Immutable;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Bets;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Hints;
using OpsGame.Simulation.Incidents;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Estates;

/// <summary>A command's way to its component; faults of the schedule and orders between components go the same way.</summary>
public sealed partial class World
{
    /// <summary>The users' id as a target of commands and faults.</summary>
    public const string Users = UsersRules.Id;

    /// <summary>The incident desk's id as a target of commands.</summary>
    public const string Incident = IncidentRules.Id;

    /// <summary>Where a team asks for help.</summary>
    public const string Hints = "hints";

    /// <summary>Where somebody says what will happen.</summary>
    public const string Bets = "bets";

    private readonly Dictionary<string, ImmutableArray<Command>> _addressed = new(StringComparer.Ordinal);
    private readonly List<Command> _postponed = [];
    private int _nextFault;
    private long _surgeEndsNs;

    /// <summary>
    /// The estate's own check before a command is logged: target-unknown, action-wrong-target, server-unknown, address-unknown,
    /// size-unknown, class-unknown, source-unknown, certificate-unknown, feature-unknown, rack-unknown, replica-shares-server,
    /// component-unknown, schedule-beyond-drill, undo-unknown, undo-overtaken.
    /// What depends on a component's state is refused by the component itself, at its tick.
    /// </summary>
    public Refusal? Check(Command command)
    {
        var spec = ActionCatalogue.Find(command.Action);
        if (spec is null) return Refusal.Of(CommandRefusals.ActionUnknown, command.Action);
        var kind = KindOf(command.Target);
        if (kind is null) return Refusal.Of(CommandRefusals.TargetUnknown, command.Target);
        spec = ActionCatalogue.Find(command.Action, kind);
        if (spec is null) return Refusal.Of(WorldRefusals.ActionWrongTarget, command.Action, command.Target);
        foreach (var parameter in spec.Parameters)
            if (Choosing.Refuses(parameter, command.Text(parameter.Name), this) is { } unknown) return unknown;
        if (spec.Refuses(command, this) is { } refusal) return refusal;
        return command.Undoes.Length == 0 ? null : CheckUndo(spec, command);
    }

    /// <summary>What an id names in this estate; null: nothing.</summary>
    public ComponentKind? KindOf(string id) =>
        Holding(id) is { } holding ? holding.Kind.Id
        : id is PowerFeed.A or PowerFeed.B ? PowerFeed.Kind
        : id == Users ? UsersState.Kind
        : id == Incident ? IncidentDesk.Kind
        : id == Hints ? HintBook.Kind
        : id == Bets ? BetBook.Kind
        : _alerts.Knows(id) ? Alert.Kind
        : null;

    private Holding? Holding(string id)
    {
        foreach (var holding in _holdings)
            if (holding.Holds(id)) return holding;
        return null;
    }

    private void Address(IReadOnlyList<Command> commands)
    {
        var due = new List<Command>();
        due.AddRange(_postponed);
        _postponed.Clear();
        due.AddRange(_orders);
        _orders.Clear();
        AddScheduledFaults(due);
        due.AddRange(commands);
        _addressed.Clear();
        var bought = false;
        foreach (var command in due)
        {
            var spec = SpecOf(command);
            if (spec is { Buys: true } && bought)
            {
                _postponed.Add(command);
                continue;
            }

            bought |= spec is { Buys: true };
            Address(command, spec);
        }
    }

    /// <summary>What is no component's answers at once, the others at their tick.</summary>
    private void Address(Command command, ActionSpec? spec)
    {
        if (spec is IFault fault) _causes.Notice(fault, command, NowNs);
        if (spec is LookSpec look) BeginLook(look, command);
        else if (spec?.Target == Alert.Kind) _alerts.Acknowledge(command, NowNs, _events);
        else if (spec?.Target == HintBook.Kind) _hints.Take(command, NowNs, _events);
        else if (spec?.Target == BetBook.Kind) _bets.Place(command, NowNs, _events);
        else if (spec?.Target == UsersState.Kind) SetUsers(command);
        else Deliver(command, spec);
    }

    /// <summary>As its target takes it; null: no action anybody may take there, but an order, or nothing any more.</summary>
    private ActionSpec? SpecOf(Command command) =>
        KindOf(command.Target) is { } kind ? ActionCatalogue.Find(command.Action, kind) : ActionCatalogue.Find(command.Action);

    private void Deliver(Command command, ActionSpec? spec)
    {
        if (spec is not null) command = spec.Completed(command, Scenario);
        foreach (var id in spec?.Reaches(command, this) ?? [command.Target]) _addressed[id] = CommandsFor(id).Add(command);
    }

    private ImmutableArray<Command> CommandsFor(string id) =>
        _addressed.Count > 0 && _addressed.TryGetValue(id, out var commands) ? commands : [];

    private void AddScheduledFaults(List<Command> due)
    {
        for (; _nextFault < Scenario.Faults.Length && Scenario.Faults[_nextFault].AtNs <= NowNs; _nextFault++)
            due.Add(Scenario.Faults[_nextFault].Command);
    }

    private void SetUsers(Command command)
    {
        var outcome = UsersRules.Take(UsersNow, new UsersInput(NowNs), command);
        foreach (var directive in outcome.Directives) _plane.Apply(directive);
        _events.AddRange(outcome.Events);
        _surgeEndsNs = outcome.State.SurgeEndsNs;
    }

    private UsersState UsersNow => new(_plane.RetryBudget, _plane.FeaturesOff, _surgeEndsNs, _plane.Backoff)
    {
        Bulkheads = _plane.Bulkheads,
    };

    private void EndSurge()
    {
        if (_surgeEndsNs == 0 || NowNs < _surgeEndsNs) return;
        _surgeEndsNs = 0;
        _plane.Apply(new SetTraffic(1));
    }
}
