using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Engine.Servers;
using OpsGame.Simulation.Kinds.Databases;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Estates;

/// <summary>What kinds and rules may ask of the estate. Later stages see what earlier ones decided in the same tick.</summary>
public sealed partial class World
{
    private readonly HashSet<string> _serverNames;

    /// <summary>A prefix' first number that no server has had yet: numbers below it are never free again.</summary>
    private readonly Dictionary<string, int> _nextNumbers = new(StringComparer.Ordinal);

    /// <summary>What the scenario says, by its type, once somebody has asked.</summary>
    private readonly Dictionary<Type, object> _specs = [];

    /// <summary>What kinds have made once, by its type.</summary>
    private readonly Dictionary<Type, object> _once = [];

    /// <summary>Those that may be installed.</summary>
    private readonly ImmutableArray<string> _versions;

    public long DurationNs => Scenario.DurationNs;

    public T? Spec<T>()
        where T : class => Specs<T>().FirstOrDefault();

    public ImmutableArray<T> Specs<T>()
        where T : class
    {
        if (_specs.TryGetValue(typeof(T), out var known)) return (ImmutableArray<T>)known;
        var specs = Scenario.Specs<T>();
        _specs.Add(typeof(T), specs);
        return specs;
    }

    /// <summary>
    /// The components' states as they stand (at the start: as the scenario places them), for handing to their owners.
    /// </summary>
    public ImmutableArray<TState> States<TState>()
        where TState : class, IComponent => Hold<TState>().Rows;

    /// <summary>The components of a kind, in the estate's order.</summary>
    public IEnumerable<string> IdsOf(Kind kind) => _holdings.First(holding => holding.Kind == kind).Ids;

    ImmutableArray<string> IRound.Versions => _versions;

    bool IRound.IsFull =>
        _holdings.Sum(holding => holding.Count) >= Limits.Components || _serverNames.Count >= Limits.ServersEver;

    IReadOnlyList<Command> IRound.Postponed => _postponed;

    IReadOnlyList<Directive> IRound.Decided => _directives;

    ImmutableArray<Command> IRound.CommandsFor(string id) => CommandsFor(id);

    T IRound.Once<T>(Func<IRound, T> make)
    {
        if (_once.TryGetValue(typeof(T), out var made)) return (T)made;
        var first = make(this);
        _once.Add(typeof(T), first);
        return first;
    }

    ImmutableArray<T> IRound.Telemetry<T>() => Telemetry<T>();

    ServerNode IRound.Node(string server) => _plane.Server(server);

    ImmutableArray<DatabaseSession> IRound.Sessions() => _plane.Sessions();

    string IRound.NextServerName(string first)
    {
        var dash = first.LastIndexOf('-');
        var prefix = dash > 0 && int.TryParse(first.AsSpan(dash + 1), out _) ? first[..dash] : first;
        var number = _nextNumbers.GetValueOrDefault(prefix, 1);
        while (_serverNames.Contains(Named(prefix, number))) number++;
        _nextNumbers[prefix] = number;
        while (KindOf(Named(prefix, number)) is not null || _serverNames.Contains(Named(prefix, number))) number++;
        return Named(prefix, number);
    }

    private static string Named(string prefix, int number) =>
        $"{prefix}-{number.ToString(CultureInfo.InvariantCulture)}";

    private Holding<TState> Hold<TState>()
        where TState : class, IComponent
    {
        foreach (var holding in _holdings)
            if (holding is Holding<TState> found) return found;
        throw new ArgumentException($"{typeof(TState).Name} is no state of a kind in the table.");
    }

    private ImmutableArray<T> Telemetry<T>()
        where T : class
    {
        foreach (var holding in _holdings)
            if (holding.Kind.Measured == typeof(T)) return ((Column<T>)holding.Seen(_plane)!).Rows;
        return [];
    }

    /// <summary>The engine has moved on, or has forgotten something at the components of some kinds.</summary>
    private void Outdate(bool all)
    {
        foreach (var holding in _holdings)
            if (all || holding.Kind.Forgets(_plane)) holding.Outdate();
    }

    private ImmutableArray<Column> Columns()
    {
        var columns = ImmutableArray.CreateBuilder<Column>(2 * _holdings.Length);
        foreach (var holding in _holdings) columns.Add(holding.States);
        foreach (var holding in _holdings)
            if (holding.Seen(_plane) is { } seen) columns.Add(seen);
        return columns.DrainToImmutable();
    }

    private IEnumerable<Finding> Findings() =>
        _plane.ClassTelemetry().Zip(Scenario.Classes, Monitors.Find).SelectMany(found => found)
            .Concat(KindTable.All.SelectMany(kind => kind.Findings(this, _plane)));
}
