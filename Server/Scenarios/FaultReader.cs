using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Server.Formats;
using OpsGame.Server.Kinds;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Scenarios;

/// <summary>What goes wrong, and what the seed draws of it. Every fault ends within the drill, whatever is drawn.</summary>
internal static class FaultReader
{
    private const int Most = 200;
    private const int MostDraws = 10;
    private const int MostChoices = 50;
    private const string Seconds = "seconds";
    private const string Amount = "amount";

    private static readonly Notation<string> AnyFault =
        Notations.OneOf([.. ActionCatalogue.All.Where(action => action.InstructorOnly).Select(fault => fault.Id)]);

    private static ImmutableSortedDictionary<string, string> NoArgs { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static ImmutableArray<FaultSpec> Read(MapReader root, Estate estate, long durationNs)
    {
        var faults = ImmutableArray.CreateBuilder<FaultSpec>();
        var moment = Notations.Moment(durationNs);
        foreach (var map in root.List("faults", "fault", Most))
        {
            var fault = ReadChoice(map, estate, durationNs, At, kind => [Target(map, kind, estate)]);
            faults.Add(fault.At(fault.Targets[0], fault.FromNs));
            map.Close();

            (long FromNs, long UntilNs) At()
            {
                var atNs = map.Read("at", moment, 0);
                return (atNs, atNs);
            }
        }

        // The world walks through them in order of time; a file may tell its story in another order.
        return [.. faults.OrderBy(fault => fault.AtNs)];
    }

    public static ImmutableArray<DrawSpec> ReadDraws(MapReader root, Estate estate, long durationNs)
    {
        var draws = ImmutableArray.CreateBuilder<DrawSpec>();
        foreach (var draw in root.List("draws", "draw", MostDraws, says: "nothing is left to chance"))
        {
            var choices = ImmutableArray.CreateBuilder<FaultChoice>();
            foreach (var map in draw.List("one-of", "fault", MostChoices, required: true))
            {
                var choice = ReadChoice(
                    map, estate, durationNs, () => map.Read("at", Notations.Span(durationNs), (0, 0)),
                    kind => Targets(map, kind, estate));
                choices.Add(choice with { Clue = map.Has("clue") ? map.Texts("clue", "") : null });
                map.Close();
            }

            draw.Close();
            if (choices.Count > 0) draws.Add(new DrawSpec(choices.ToImmutable()));
        }

        return draws.ToImmutable();
    }

    /// <summary>A class that a fault names is one of the scenario's.</summary>
    public static void CheckClasses(MapReader root, Scenario scenario)
    {
        foreach (var fault in scenario.Faults) Check("faults", fault.Args);
        foreach (var choice in scenario.Draws.SelectMany(draw => draw.Choices)) Check("draws", choice.Args);

        void Check(string key, ImmutableSortedDictionary<string, string> args)
        {
            if (args.TryGetValue("class", out var id) && scenario.Classes.All(users => users.Id != id))
                root.Reading.Add(root.At(key), "dangling", $"a fault names the class '{id}', but the scenario has no such class");
        }
    }

    private static FaultChoice ReadChoice(
        MapReader map, Estate estate, long durationNs, Func<(long FromNs, long UntilNs)> readTime,
        Func<ComponentKind, ImmutableArray<string>> readTargets)
    {
        var id = map.Read("kind", AnyFault, "");
        var (fromNs, untilNs) = readTime();
        if (ActionCatalogue.Find(id) is not IFault kind) return new FaultChoice(id, [""], fromNs, untilNs, 0, NoArgs);
        var targets = readTargets(kind.Target);
        // a hang and a crash have no end of their own: a restart (the operator's, the supervisor's) ends them
        var forNs = kind.IsEndless ? 0 : map.Read("for", Settable.Duration(id, Seconds), Nanoseconds.PerSecond);
        var args = NoArgs;
        foreach (var parameter in ActionCatalogue.Find(id)!.Parameters)
            if (parameter.Name != Seconds) args = args.Add(parameter.Name, Argument(map, parameter));
        var choice = new FaultChoice(id, targets, fromNs, untilNs, forNs, args);
        foreach (var target in targets)
        {
            var fault = choice.At(target, untilNs);
            CheckProcess(map, fault, estate);
            if (id == "log-flood") CheckDisk(map, fault, estate);
        }

        if (untilNs + forNs > durationNs)
            map.Reading.Add(
                map.At("for"), "impossible",
                $"the fault should end within the drill of {Units.ShowDuration(durationNs)}");
        return choice;
    }

    /// <summary>As a command has it; how strong a fault is must be said.</summary>
    private static string Argument(MapReader map, ParameterSpec parameter) => parameter.Kind.Shape == ParameterShape.Choice
        ? map.ReadOr(parameter.Name, parameter.Initial, Notations.OneOf(parameter.Choices))
        : parameter.Name == Amount
            ? parameter.Whole
                ? Show(map.Read(parameter.Name, Notations.Count.Between((int)parameter.Min, (int)parameter.Max), 1))
                : Show(map.Read(parameter.Name, Notations.Number.Between(parameter.Min, parameter.Max), 1))
            : parameter.Kind == UsersParameters.Class ? map.Read(parameter.Name, Notations.Id, "")
            : Show(map.ReadOr(parameter.Name, int.Parse(parameter.Initial, CultureInfo.InvariantCulture),
                Notations.Count.Between((int)parameter.Min, (int)parameter.Max)));

    private static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static void CheckProcess(MapReader map, FaultSpec fault, Estate estate)
    {
        if (!fault.Args.TryGetValue("process", out var process)) return;
        var name = fault.Args["role"];
        var server = estate.Servers.FirstOrDefault(server => server.Id == fault.Target);
        var role = server?.Roles.FirstOrDefault(role => Kebab.Of(role.Role) == name);
        if (server is not null && role is null)
            map.Reading.Add(map.At("role"), "impossible", $"'{server.Id}' has no {name} processes that could crash alone");
        if (role is not null && int.Parse(process, CultureInfo.InvariantCulture) > role.Processes)
            map.Reading.Add(map.At("process"), "impossible", $"'{fault.Target}' has {role.Processes} {name} processes");
    }

    private static void CheckDisk(MapReader map, FaultSpec fault, Estate estate)
    {
        var server = estate.Servers.FirstOrDefault(server => server.Id == fault.Target);
        var size = estate.Sizes.FirstOrDefault(size => size.Id == server?.Size);
        if (size is null) return;
        if (size.DiskMiB == 0)
            map.Reading.Add(map.At("target"), "impossible",
                $"the disk of {size.Id} is endless, so logs cannot fill it; give the size a disk");
        else if (server!.Roles.All(role => role.LogKiB == 0))
            map.Reading.Add(map.At("target"), "impossible", $"'{server.Id}' logs nothing; give one of its roles a log");
    }

    /// <summary>Where there is one at most it need not be named.</summary>
    private static string Target(MapReader map, ComponentKind kind, Estate estate)
    {
        var reference = Notations.Reference(kind.Name, [.. estate.Names.Of(kind)]);
        return estate.Names.Usual(kind) is { } usual
            ? map.ReadOr("target", usual, reference)
            : map.Read("target", reference, "");
    }

    /// <summary>Likewise, one or more of them.</summary>
    private static ImmutableArray<string> Targets(MapReader map, ComponentKind kind, Estate estate)
    {
        var several = Notations.Several(Notations.Reference(kind.Name, [.. estate.Names.Of(kind)]));
        return estate.Names.Usual(kind) is { } usual
            ? map.ReadOr("target", [usual], several)
            : map.Read("target", several, [""]);
    }
}
