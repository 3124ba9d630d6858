using System.Collections.Immutable;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Kinds.Scalers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Estates;

/// <summary>A command's way to its component; faults of the schedule and orders between components go the same way.</summary>
public sealed partial class World
{
    /// <summary>The users' id as a target of faults.</summary>
    public const string Users = "users";

    /// <summary>The power feeds' ids as targets of faults.</summary>
    public const string FeedA = "feed-a";
    public const string FeedB = "feed-b";

    /// <summary>The incident desk's id as a target of commands.</summary>
    public const string Incident = "incident";

    /// <summary>Where a team asks for help.</summary>
    public const string Hints = "hints";

    private readonly Dictionary<string, ImmutableArray<Command>> _addressed = new(StringComparer.Ordinal);
    private readonly List<Command> _postponed = [];
    private int _nextFault;
    private bool _buysReplica;
    private long _surgeEndsNs;

    /// <summary>
    /// The estate's own check before a command is logged: target-unknown, action-wrong-target, server-unknown, address-unknown,
    /// size-unknown, class-unknown, source-unknown, certificate-unknown, feature-unknown, rack-unknown, replica-shares-server, component-unknown,
    /// schedule-beyond-drill, undo-unknown, undo-overtaken.
    /// What depends on a component's state is refused by the component itself, at its tick.
    /// </summary>
    public Refusal? Check(Command command)
    {
        var spec = ActionCatalogue.Find(command.Action);
        if (spec is null) return Refusal.Of("action-unknown", command.Action);
        var kind = KindOf(command.Target);
        if (kind is null) return Refusal.Of("target-unknown", command.Target);
        if (!spec.Targets.Contains(kind.Value)) return Refusal.Of("action-wrong-target", command.Action, command.Target);
        foreach (var parameter in spec.Parameters)
        {
            var value = command.Text(parameter.Name);
            if (parameter.Kind == ParameterKind.Server && KindOf(value) != ComponentKind.Server) return Refusal.Of("server-unknown", value);
            if (parameter.Kind == ParameterKind.Address && KindOf(value) is not (ComponentKind.Server or ComponentKind.Balancer or ComponentKind.Cache))
                return Refusal.Of("address-unknown", value);
            if (parameter.Kind == ParameterKind.Component && KindOf(value) is null or ComponentKind.Alert or ComponentKind.Incident or ComponentKind.Hints)
                return Refusal.Of("component-unknown", value);
            if (parameter.Kind == ParameterKind.Size && !Scenario.Sizes.Any(size => size.Id == value)) return Refusal.Of("size-unknown", value);
            if (parameter.Kind == ParameterKind.Class && value != parameter.Initial && !Scenario.Classes.Any(users => users.Id == value))
                return Refusal.Of("class-unknown", value, string.Join(", ", Scenario.Classes.Select(users => users.Id).Prepend(parameter.Initial).Where(name => name.Length > 0)));
            if (parameter.Kind == ParameterKind.Source && !Scenario.Sources.Contains(value))
                return Refusal.Of("source-unknown", value, string.Join(", ", Scenario.Sources));
            if (parameter.Kind == ParameterKind.Certificate && KindOf(value) != ComponentKind.Certificate) return Refusal.Of("certificate-unknown", value);
            if (parameter.Kind == ParameterKind.Feature && !Scenario.Flags.Contains(value))
                return Refusal.Of("feature-unknown", value, string.Join(", ", Scenario.Flags));
            if (parameter.Kind == ParameterKind.Rack && KindOf(value) != ComponentKind.Rack) return Refusal.Of("rack-unknown", value);
            if (parameter.Kind == ParameterKind.Schedule && CheckSchedule(parameter.Name, value) is { } late) return late;
        }

        if (command.Action == Actions.RemoveReplica && Servers.First(server => server.Id == command.Text("server")).Roles.Length > 1)
            return Refusal.Of("replica-shares-server", command.Text("server"));
        return command.Undoes.Length == 0 ? null : CheckUndo(command);
    }

    private Refusal? CheckSchedule(string name, string text) =>
        ScalingSchedule.Read(name, text, out var schedule) is null && schedule.LastOrDefault() is { } last && last.AtNs > Scenario.DurationNs
            ? Refusal.Of("schedule-beyond-drill", name, Durations.Show(last.AtNs), Durations.Show(Scenario.DurationNs))
            : null;

    /// <summary>What an id names in this estate; null: nothing.</summary>
    public ComponentKind? KindOf(string id) =>
        Servers.Any(server => server.Id == id) ? ComponentKind.Server
        : Racks.Any(rack => rack.Id == id) ? ComponentKind.Rack
        : Balancers.Any(balancer => balancer.Id == id) ? ComponentKind.Balancer
        : Caches.Any(cache => cache.Id == id) ? ComponentKind.Cache
        : Databases.Any(database => database.Id == id) ? ComponentKind.Database
        : Rollouts.Any(rollout => rollout.Id == id) ? ComponentKind.Rollout
        : Dns.Any(name => name.Id == id) ? ComponentKind.Dns
        : Certificates.Any(certificate => certificate.Id == id) ? ComponentKind.Certificate
        : Scalers.Any(scaler => scaler.Id == id) ? ComponentKind.Scaler
        : id is FeedA or FeedB ? ComponentKind.Feed
        : id == Users ? ComponentKind.Users
        : id == Incident ? ComponentKind.Incident
        : id == Hints ? ComponentKind.Hints
        : _alerts.Knows(id) ? ComponentKind.Alert
        : null;

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
        _buysReplica = false;
        foreach (var command in due)
        {
            if (ActionCatalogue.Find(command.Action) is { InstructorOnly: true }) _causes.Notice(command, NowNs);
            if (command.Action == Actions.Acknowledge)
            {
                _alerts.Acknowledge(command, NowNs, _events);
            }
            else if (LookSpec.Find(command.Action) is { } look)
            {
                BeginLook(look, command);
            }
            else if (command.Action == Actions.TakeHint)
            {
                _hints.Take(command, NowNs, _events);
            }
            else if (command.Action == Actions.TrafficSurge)
            {
                _plane.Apply(new SetTraffic(command.Real("amount")));
                _surgeEndsNs = NowNs + command.Duration("seconds");
            }
            else if (command.Action is Actions.SetRetryBudget or Actions.SetFeature)
            {
                SetUsers(command);
            }
            else if (command.Action == Actions.FeedPower)
            {
                var fault = command with { Args = command.Args.Add("feed", command.Target == FeedA ? "a" : "b") };
                foreach (var rack in Racks) _addressed[rack.Id] = CommandsFor(rack.Id).Add(fault);
            }
            else if (command.Action is Actions.AddServer or Actions.AddReplica or Actions.AddCache && bought)
            {
                // names are given one at a time
                _postponed.Add(command);
            }
            else
            {
                bought |= command.Action is Actions.AddServer or Actions.AddReplica or Actions.AddCache;
                Deliver(command);
            }
        }
    }

    private void Deliver(Command command)
    {
        command = Named(command);
        // a rack buys the server; it tells the database of it
        _buysReplica |= command.Action == Actions.AddReplica;
        var to = command.Action == Actions.AddReplica ? command.Text("rack") : command.Target;
        _addressed[to] = CommandsFor(to).Add(command);
        // the rack answers first: it keeps a unit, or refuses
        if (command.Action == Actions.MoveServer) _addressed[command.Text("rack")] = CommandsFor(command.Text("rack")).Add(command);
    }

    /// <summary>What a cache is called that is about to be added: so its opposite can be named.</summary>
    private Command Named(Command command) => command.Action == Actions.AddCache && Scenario.CacheOffer is { } offer
        ? command with { Args = command.Args.SetItem("cache", offer.Id) }
        : command;

    private ImmutableArray<Command> CommandsFor(string id) => _addressed.TryGetValue(id, out var commands) ? commands : [];

    private void AddScheduledFaults(List<Command> due)
    {
        for (; _nextFault < Scenario.Faults.Length && Scenario.Faults[_nextFault].AtNs <= NowNs; _nextFault++)
        {
            var fault = Scenario.Faults[_nextFault];
            due.Add(Orders.Fault(ActionOf(fault.Kind), fault));
        }
    }

    private void SetUsers(Command command)
    {
        var before = (UsersState)StateOf(Users)!;
        if (UsersRules.RefusalOf(before, command) is { } refusal)
        {
            Tell(EventKind.Refused, refusal.Code, "", command.By, command.Id, refusal.Args);
            return;
        }

        _plane.Apply(UsersRules.DirectiveOf(command));
        var feature = command.Action == Actions.SetFeature;
        _events.Add(new DomainEvent(
            NowNs, EventKind.Command, !feature ? "retry-budget-set" : command.Flag("on") ? "feature-switched-on" : "feature-switched-off", "",
            command.By, command.Id, [command.Text(feature ? "feature" : "share")], Undoing.Of(command, before, StateOf(Users)!), command.Undoes));
    }

    private void EndSurge()
    {
        if (_surgeEndsNs == 0 || NowNs < _surgeEndsNs) return;
        _surgeEndsNs = 0;
        _plane.Apply(new SetTraffic(1));
    }

    private static string ActionOf(FaultKind kind) => kind switch
    {
        FaultKind.RackPower => Actions.RackPower,
        FaultKind.RackUplink => Actions.RackUplink,
        FaultKind.FeedPower => Actions.FeedPower,
        FaultKind.ServerHang => Actions.ServerHang,
        FaultKind.ServerCrash => Actions.ServerCrash,
        FaultKind.ServerSlow => Actions.ServerSlow,
        FaultKind.DatabaseSlow => Actions.DatabaseSlow,
        FaultKind.ReplicationLag => Actions.ReplicationLag,
        FaultKind.BalancerCrash => Actions.BalancerCrash,
        FaultKind.Firewall => Actions.Firewall,
        FaultKind.ProcessCrash => Actions.ProcessCrash,
        FaultKind.LogFlood => Actions.LogFlood,
        _ => Actions.TrafficSurge,
    };
}
