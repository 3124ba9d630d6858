using System.Collections.Immutable;
using OpsGame.Simulation.Components;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Estates;

/// <summary>Who is doing what to which component since when, and what could still be taken back.</summary>
public sealed partial class World
{
    private readonly List<Deed> _deeds = [];
    private readonly OrderedDictionary<string, Undo> _undos = new(StringComparer.Ordinal);

    /// <summary>
    /// What somebody else is in the middle of at a component, or did there a moment ago; the latest. Null: nothing.
    /// </summary>
    public Doing? Beside(string component, string by) => Beside([component], by, NowNs);

    /// <summary>
    /// Why a command takes nothing back: undo-unknown (it was taken back already, or is too long ago), undo-overtaken (something
    /// else has been set since).
    /// </summary>
    private Refusal? CheckUndo(ActionSpec spec, Command command)
    {
        if (!_undos.TryGetValue(command.Undoes, out var undo) || undo.Action != command.Action || undo.Target != command.Target
            || !Same(undo.Args, command.Args))
            return Refusal.Of(WorldRefusals.UndoUnknown, command.Target);
        return undo.Left.IsEmpty
            || StateOf(command.Target) is { } state
            && Same(spec.Meant(undo.Left), spec.Meant(spec.PresentIn(state, command) ?? Arguments.None))
            ? null
            : Refusal.Of(WorldRefusals.UndoOvertaken, command.Target);
    }

    /// <summary>Whatever order they come in.</summary>
    private static bool Same(ImmutableSortedDictionary<string, string> some, ImmutableSortedDictionary<string, string> others) =>
        some.Count == others.Count && some.All(arg => others.TryGetValue(arg.Key, out var value) && value == arg.Value);

    /// <summary>Tells the second player about the first, and remembers what was done.</summary>
    private void Attribute()
    {
        for (var index = 0; index < _events.Count; index++)
        {
            var told = _events[index];
            // what people say to each other, and what they look at, changes nothing they could trip over
            if (told.By.Length == 0 || told.Component == Incident || told.Code.StartsWith("look-", StringComparison.Ordinal)
                || told.Kind is not (EventKind.Command or EventKind.Refused)) continue;
            var concerns = Concerns(told);
            if (Beside(concerns, told.By, NowNs) is { } other) _events[index] = told = told with { Beside = other };
            if (told.Kind != EventKind.Command) continue;
            Remember(told, concerns);
            if (told.Undoes.Length > 0) _undos.Remove(told.Undoes);
            if (told.Undo is null) continue;
            _undos[told.Command] = told.Undo;
            if (_undos.Count > Doing.Most) _undos.RemoveAt(0);
        }
    }

    private void Remember(DomainEvent told, string[] concerns)
    {
        _deeds.RemoveAll(deed => NowNs - deed.Doing.SinceNs > Doing.RecentNs && !LastsStill(deed));
        if (_deeds.Count == Doing.Most) _deeds.RemoveAt(0);
        var began = concerns.SelectMany(component => KindTable.UnderWay(StateOf(component), Scenario.Operations)
            .Except(KindTable.UnderWay(StateBefore(component), Scenario.Operations))
            .Select(one => (component, one.Name, one.Subject)));
        _deeds.Add(new Deed(new Doing(told.By, told.Component, told.AtNs, told.Code, told.Args), concerns, [.. began]));
    }

    private Doing? Beside(string[] concerns, string by, long nowNs) =>
        _deeds.FindLast(deed => deed.Doing.By != by && deed.Concerns.Any(concerns.Contains)
            && (nowNs - deed.Doing.SinceNs <= Doing.RecentNs || LastsStill(deed)))?.Doing;

    private bool LastsStill(Deed deed) => Array.Exists(deed.Began, began =>
        KindTable.UnderWay(StateOf(began.Component), Scenario.Operations)
            .Any(one => one.Name == began.Name && one.Subject == began.Subject));

    /// <summary>A component, and the servers its event names: a drain is the balancer's and the server's.</summary>
    private string[] Concerns(DomainEvent told) =>
        [told.Component.Length == 0 ? Users : told.Component,
            .. told.Args.Where(arg => arg != told.Component && Servers.Any(server => server.Id == arg)).Distinct()];

    /// <summary>What a command's arguments are set to now; of an action nobody has: nothing.</summary>
    internal ImmutableSortedDictionary<string, string> PresentOf(Command command) =>
        SpecOf(command)?.PresentOf(StateOf(command.Target), command) ?? Arguments.None;

    /// <summary>The fields of a command's form as it is opened now; of an action nobody has: none.</summary>
    internal ImmutableArray<Field> FieldsOf(Command command) =>
        SpecOf(command)?.FieldsOf(StateOf(command.Target), this, command) ?? [];

    internal object? StateOf(string id) =>
        id == Users ? UsersNow : id == Incident ? Incidents : Holding(id)?.States.Find(id);

    /// <summary>At the tick before; null: it was not there.</summary>
    private IComponent? StateBefore(string id)
    {
        foreach (var column in _before)
            if (column.Find(id) is { } state) return state;
        return null;
    }

    /// <param name="Began">What it set going: component, operation, which of several.</param>
    private sealed record Deed(Doing Doing, string[] Concerns, (string Component, string Name, string Subject)[] Began);
}
