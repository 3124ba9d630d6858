using System.Collections.Immutable;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Ticks;

/// <summary>
/// An action somebody may take on a component: one class an action, which holds all there is to know of it. Catalogue, forms,
/// schema, reference, rules, previews and undo read it; a class without type parameters is found by itself.
/// </summary>
public abstract class ActionSpec
{
    /// <summary>Kebab-case: commands, plans, logs and texts name it so.</summary>
    public abstract string Id { get; }

    /// <summary>Kind of component it is taken on.</summary>
    public abstract ComponentKind Target { get; }

    /// <summary>Where it stands among its kind's actions on its topic, from the first; equal ones by id.</summary>
    public virtual int Place => int.MaxValue;

    public virtual ActionTopic Topic => ActionTopic.Other;

    public virtual ImmutableArray<ParameterSpec> Parameters => [];

    /// <summary>Injection of a fault.</summary>
    public virtual bool InstructorOnly => false;

    /// <summary>Only components give it to each other; no player may.</summary>
    internal virtual bool IsOrder => false;

    /// <summary>What its button says it takes; 0: it is done at the next tick. The preview knows better.</summary>
    public virtual long TakesNs(ISpecs specs) => 0;

    /// <summary>Whether estates of the scenario have it at all.</summary>
    public virtual bool IsOffered(ISpecs specs) => true;

    /// <summary>
    /// A command's arguments with every default filled in, or why not: parameter-unknown, parameter-missing,
    /// parameter-not-a-number, parameter-out-of-range, parameter-too-small, parameter-not-whole, parameter-not-a-choice,
    /// text-too-long, text-control-character, and what a parameter's own reader says.
    /// </summary>
    public Refusal? Check(IReadOnlyDictionary<string, string> given, out Args args)
    {
        args = Arguments.None;
        foreach (var name in given.Keys.Order(StringComparer.Ordinal))
            if (ParameterOf(name) is null) return Refusal.Of(CommandRefusals.ParameterUnknown, Id, name);
        foreach (var parameter in Parameters)
        {
            var value = given.TryGetValue(parameter.Name, out var text) ? text : parameter.Initial;
            if (parameter.Kind == ParameterKind.Text) value = value.Trim();
            if (parameter.Check(value) is { } refusal) return refusal;
            args = args.Add(parameter.Name, value);
        }

        return null;
    }

    /// <summary>Whether a component in this state can take it: its button is shown.</summary>
    public virtual bool AppliesTo(object state, IEstate estate) => true;

    /// <summary>
    /// The estate's own check of a command before it is logged, beyond what its parameters say; null: it may be given.
    /// </summary>
    internal virtual Refusal? Refuses(Command command, IEstate estate) => null;

    /// <summary>What its arguments are set to now, as far as that is known; null: nothing is set.</summary>
    internal virtual Args? PresentIn(object state, Command command) => null;

    /// <summary>What takes a command back that turned one state into another; null: nothing, or no single command.</summary>
    internal virtual Undo? UndoOf(Command command, object before, object after) => null;

    /// <summary>A component comes into being: names are given one at a time, one a tick.</summary>
    public virtual bool Buys => false;

    /// <summary>A command with what only the scenario knows.</summary>
    internal virtual Command Completed(Command command, ISpecs specs) => command;

    /// <summary>What its arguments are set to now, as far as it could set them so: where its form starts.</summary>
    internal Args PresentOf(object? state, Command command)
    {
        var present = state is null ? Arguments.None : PresentIn(state, command) ?? Arguments.None;
        return present.RemoveRange(present.Where(arg => !Takes(arg.Key, arg.Value)).Select(arg => arg.Key));
    }

    /// <summary>Its form as it is opened now, or as it goes on with what was chosen in it.</summary>
    /// <param name="asked">A command with the arguments that are known so far.</param>
    internal ImmutableArray<Field> FieldsOf(object? state, IEstate estate, Command asked)
    {
        var fields = Parameters
            .Select(parameter => new Field(parameter.Name, parameter.Initial, Choosing.Offered(parameter, state, estate)))
            .Select(field => field with { Initial = Start(field, asked.TextOr(field.Name, field.Initial)) }).ToImmutableArray();
        var start = Arguments.Of([.. fields.Select(field => (field.Name, field.Initial))]);
        var present = PresentOf(state, asked with { Args = start });
        return
        [
            .. fields.Select(field => present.TryGetValue(field.Name, out var value) && field.Choices?.Contains(value) != false
                ? field with { Initial = value }
                : field),
        ];
    }

    /// <summary>Components at whose tick a command is carried out; its target, as a rule.</summary>
    internal virtual IEnumerable<string> Reaches(Command command, IEstate estate) => [command.Target];

    /// <summary>What it takes when the component that carries it out is done with it.</summary>
    internal virtual long ThenNs(ISpecs specs) => 0;

    internal ParameterSpec? ParameterOf(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);

    /// <summary>Whether it has a parameter that may have this value.</summary>
    internal bool Takes(string name, string value) => ParameterOf(name) is { } parameter && parameter.Check(value) is null;

    /// <summary>Of what its arguments are set to, what means something: seconds of a setting that is off do not.</summary>
    internal Args Meant(Args set) =>
        set.RemoveRange(set.Keys.Where(name =>
            ParameterOf(name)?.Only is { } only && set.TryGetValue(only.Parameter, out var on) && !only.Values.Contains(on)));

    private static string Start(Field field, string wanted) => field.Choices is not { } choices || choices.Contains(wanted)
        ? wanted
        : choices.FirstOrDefault("");

    /// <summary>As a command that takes something back; null: it cannot be given so.</summary>
    /// <param name="left">What must still be so for it to be of use.</param>
    private protected Undo? AsUndo(string target, Args given, Args? left = null) =>
        Check(given, out var args) is null ? new Undo(Id, target, args, left ?? Arguments.None) : null;

    /// <summary>Another action on the same component, with those of a command's arguments that it has too.</summary>
    private protected static Undo? Opposite<TAction>(Command command)
        where TAction : ActionSpec
    {
        var other = ActionCatalogue.Get<TAction>();
        return other.AsUndo(
            command.Target, command.Args.RemoveRange(command.Args.Keys.Where(name => other.ParameterOf(name) is null)));
    }

    /// <summary>Another action with arguments of its own.</summary>
    private protected static Undo? By<TAction>(string target, params ReadOnlySpan<(string Name, string Value)> args)
        where TAction : ActionSpec => ActionCatalogue.Get<TAction>().AsUndo(target, Arguments.Of(args));
}
