using System.Collections.Immutable;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Tests;

/// <summary>A test plays an estate: commands now, then let time pass.</summary>
internal sealed class Play(Scenario scenario, ulong seed = 1, bool traces = false)
{
    private readonly List<Command> _next = [];
    private int _sent;

    public World World { get; } = new(scenario, seed, traces);

    public List<DomainEvent> Events { get; } = [];

    public List<Trace> Traces { get; } = [];

    public Play Do(string action, string target, params (string Name, string Value)[] args) =>
        Order(Command("ann", action, target, args));

    public Command Command(string by, string action, string target, params (string Name, string Value)[] args)
    {
        Assert.Null(ActionCatalogue.Check(action, args.ToDictionary(arg => arg.Name, arg => arg.Value), out var full));
        return new Command($"c{++_sent}", by, action, target, full);
    }

    public Play Order(Command command)
    {
        _next.Add(command);
        return this;
    }

    /// <summary>
    /// A command, and what its component says of it at the next tick; a component that says nothing has nothing to do.
    /// </summary>
    public DomainEvent Does(string action, string target, params (string Name, string Value)[] args) =>
        By("ann", action, target, args);

    public DomainEvent By(string who, string action, string target, params (string Name, string Value)[] args)
    {
        var (command, told) = (Command(who, action, target, args), Events.Count);
        Order(command).Pass(Nanoseconds.ToSeconds(Nanoseconds.PerTick));
        return Events.Skip(told).FirstOrDefault(told => told.Command == command.Id)
            ?? new DomainEvent(0, Simulation.Ticks.EventKind.System, "", "", "", "", []);
    }

    /// <summary>Kim takes back what somebody did.</summary>
    public DomainEvent TakesBack(DomainEvent outcome, Undo undo)
    {
        var (command, told) = (Back(outcome, undo), Events.Count);
        if (World.Check(command) is { } refusal)
            Assert.Fail(
                $"{undo.Action} at {undo.Target} is refused ({refusal.Code}): "
                + $"{string.Join(' ', undo.Left)} was left, {string.Join(' ', World.PresentOf(command))} is set");
        Order(command).Pass(Nanoseconds.ToSeconds(Nanoseconds.PerTick));
        return Events.Skip(told).First(told => told.Command == command.Id);
    }

    public static Command Back(DomainEvent outcome, Undo undo) =>
        new($"undo-{outcome.Command}", "kim", undo.Action, undo.Target, undo.Args, outcome.Command);

    public Play Pass(double seconds)
    {
        var until = World.NowNs + Estates.Seconds(seconds);
        while (World.NowNs < until)
        {
            var frame = Headless.Step(World, _next.ToImmutableArray());
            _next.Clear();
            Events.AddRange(frame.Events);
            Traces.AddRange(frame.Traces);
            Assert.Empty(World.Audit());
        }

        return this;
    }

    public Lifecycle Lifecycle(string server) => World.Servers.First(state => state.Id == server).Lifecycle;

    public ServerState Server(string server) => World.Servers.First(state => state.Id == server);

    public ServerTelemetry Telemetry(string server) => World.Last.ServerTelemetry.First(telemetry => telemetry.Id == server);

    public StationReport Station(string id) => World.Report().Stations.First(row => row.Id == id);

    public TargetState Target(string server) => World.Balancers[0].Targets.First(target => target.Server == server);

    public int Outstanding(string server) =>
        World.Last.BalancerTelemetry[0].Targets.First(target => target.Server == server).Outstanding;

    public long Failed => World.Report().Classes.Sum(users => users.Failed.Values.Sum());

    public IEnumerable<string> Codes => Events.Select(told => told.Code);
}
