using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Grains.Components;
using OpsGame.Server.Formats;
using OpsGame.Server.Texts;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Hints;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Server.Wire.Terms.WireUnits;

namespace OpsGame.Server.Wire;

/// <summary>What happened → what people are told, as codes and arguments; of a preview's refusal the sentence.</summary>
internal sealed class FeedMapper(TextCatalogue texts)
{
    private readonly ConcurrentDictionary<string, FeedMapper> _inScenarios = new(StringComparer.Ordinal);

    /// <summary>For refusals in a scenario: {0:users} is a class of its users by their title.</summary>
    public FeedMapper In(Scenario scenario) => _inScenarios.GetOrAdd(scenario.ContentHash, _ => new FeedMapper(
        texts.With(scenario.Classes.Select(users => ($"users-{users.Id}", CatalogueMapper.View(users.Title))))));

    public static EventView View(DomainEvent happened) => new(
        Ms(happened.AtNs), Kebab.Of(happened.Kind), happened.Code, OrNull(happened.Component), OrNull(happened.By),
        OrNull(happened.Command), Phrase.Of(happened.Code, happened.Args), View(happened.Undo), OrNull(happened.Undoes),
        happened.Beside is { } beside ? View(beside) : null);

    /// <summary>Why it would be refused, as the component says it; who is there is named as in the refusal itself.</summary>
    public PreviewView View(Preview preview, long nowNs, Refusal? refusal) => new(
        refusal is not null && preview.Beside is { } other ? refusal with { Text = Joined(refusal.Text, other, nowNs) } : refusal,
        Seconds(preview.TakesNs), Kebab.Of(preview.Bound), Dollars(preview.NanoDollarsPerHour), preview.WhileItLasts,
        Kebab.Of(preview.InFlight), preview.Requests, View(preview.Undo), new Dictionary<string, string>(preview.Present),
        [.. preview.Fields.Select(field => new FieldView(field.Name, field.Initial, field.Choices is { } all ? [.. all] : null))],
        preview.Beside is { } beside ? View(beside) : null, preview.Alone);

    private static UndoView? View(Undo? undo) =>
        undo is null ? null : new UndoView(undo.Action, undo.Target, new Dictionary<string, string>(undo.Args));

    private static BesideView View(Doing doing) =>
        new(doing.By, doing.Component, Ms(doing.SinceNs), Phrase.Of(doing.Code, doing.Args));

    /// <summary>A refusal names who was there, too.</summary>
    private Text Joined(Text text, Doing beside, long nowNs)
    {
        var done = texts.Of(beside.Code, beside.Args);
        var ago = ((nowNs - beside.SinceNs) / Nanoseconds.PerSecond).ToString(CultureInfo.InvariantCulture);
        return new Text(
            $"{text.En} {texts.Of("beside", [beside.By, ago, done.En]).En}",
            $"{text.Ko} {texts.Of("beside", [beside.By, ago, done.Ko]).Ko}");
    }

    public static AlertView View(Alert alert) => new(
        alert.Id, alert.Critical ? "critical" : "warning", Kebab.Of(alert.Nearness), OrNull(alert.Component),
        Phrase.Of(alert.Code, alert.Args), Ms(alert.SinceNs), OrNull(alert.By));

    public static ScoreView View(ScoreSheet score) => new(
        score.Total,
        [.. score.Lines.Select(line => new ScoreLineView(Kebab.Of(line.Part), line.Points, Phrase.Of(line.Code, line.Args)))]);

    public static HintsView View(ImmutableArray<TakenHint> taken, ImmutableArray<HintSpec> hints)
    {
        var next = taken.Length < hints.Length ? hints[taken.Length] : null;
        return new HintsView(
            [.. taken.Select(hint => View(hint, hints[hint.Number - 1]))], hints.Length - taken.Length, next?.Points ?? 0,
            next is null ? 0 : Ms(next.FromNs));
    }

    private static HintView View(TakenHint taken, HintSpec hint) =>
        new(CatalogueMapper.View(taken.Text ?? hint.Text), hint.Points, Ms(taken.AtNs), taken.By);

    public static HistoryView View(string component, ComponentPast past) => new(
        component, [.. past.TimesNs.Select(Ms)],
        past.Series.ToDictionary(series => series.Name, series => series.Values.ToArray()),
        [.. past.Log.Select(View)]);

    public static TraceView View(Trace trace) => new(
        trace.Class, trace.Number, trace.Attempt, Ms(trace.StartNs), Ms(trace.EndNs - trace.StartNs),
        trace.Cause != Cause.None ? Kebab.Of(trace.Cause) : trace.Open ? "open" : trace.Late ? "late" : "ok",
        [.. trace.Hops.Select(hop => View(hop, trace.StartNs))]);

    private static HopView View(Hop hop, long startNs) => new(
        hop.At, hop.Role is { } role ? Kebab.Of(role) : null, Ms(hop.InNs - startNs), Ms(hop.WorkNs - startNs),
        Ms(hop.OutNs - startNs), Ms(hop.PausedNs),
        hop.Cause != Cause.None ? Kebab.Of(hop.Cause) : hop.Hit switch { 1 => "hit", 0 => "miss", _ => null });
}
