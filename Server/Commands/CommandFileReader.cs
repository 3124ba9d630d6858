using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Texts;
using OpsGame.Simulation;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Worlds;
using YamlDotNet.RepresentationModel;

namespace OpsGame.Server.Commands;

/// <summary>
/// A file of recorded commands → a script: a list of {at: 2m10s, action: detach, target: balancer, args: {server: web-1}, by: ann},
/// read as strictly as a scenario. What only play can know (an alert's id, a server bought on the way) is checked in play.
/// </summary>
internal static class CommandFileReader
{
    private const int MostText = 64;
    private const string Somebody = "operator";

    /// <summary>Reads a file for a scenario.</summary>
    /// <exception cref="ScenarioException">With every mistake.</exception>
    public static CommandScript Read(string text, string fileName, Scenario scenario)
    {
        var reading = new Reading(fileName, library: false);
        var list = YamlTree.Read<YamlSequenceNode>(
            text, "the file should be one list of commands; start each with - at:", reading);
        reading.ThrowIfFailed();
        var world = new World(scenario, seed: 0);
        var commands = new List<ScriptedCommand>();
        var buys = false;
        foreach (var node in list!.Children)
        {
            var command = ReadCommand(new MapReader(node, "a command", reading), commands.Count + 1, world, buys);
            buys |= command.Command.Action == Actions.AddServer;
            commands.Add(command);
        }

        reading.ThrowIfFailed();
        return new CommandScript([.. commands.OrderBy(command => command.AtNs)]);
    }

    private static ScriptedCommand ReadCommand(MapReader map, int number, World world, bool buys)
    {
        var word = Notations.Text(MostText);
        var atNs = map.Read("at", Notations.Duration.Between(0, world.Scenario.DurationNs), 0);
        var action = map.Read("action", word, "");
        var target = map.Read("target", word, "");
        var by = map.ReadOr("by", Somebody, Notations.Text(Limits.NameLength));
        var given = map.Map("args");
        var spec = ActionCatalogue.Find(action);
        var args = given is null ? [] : ReadArgs(given, spec);
        map.Close();
        var id = $"script-{number.ToString(CultureInfo.InvariantCulture)}";
        var command = new Command(id, by, action, target, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
        if (action.Length == 0 || target.Length == 0) return Scripted(command);
        var refusal = ActionCatalogue.Check(action, args, out var complete);
        command = command with { Args = complete };
        refusal ??= world.Check(command) is { } unfit && !MayComeToBe(unfit, action, buys) ? unfit : null;
        if (refusal is not null)
            map.Reading.Add(Place(map, given, refusal), refusal.Code, TextCatalogue.Embedded.Of(refusal.Code, refusal.Args).En);
        return Scripted(command);

        ScriptedCommand Scripted(Command scripted) => new(atNs, Math.Max(1, (int)map.Node.Start.Line), scripted);
    }

    /// <summary>The log has durations as seconds; people write them with their unit. Both are right.</summary>
    private static Dictionary<string, string> ReadArgs(MapReader map, ActionSpec? spec)
    {
        var args = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in map.Keys)
        {
            var value = map.Read(name, Notations.Text(MostText), "");
            var parameter = spec?.Parameters.FirstOrDefault(known => known.Name == name);
            args[name] = parameter is { Kind: ParameterKind.Duration } && Units.TryDuration(value, out var ns)
                ? Nanoseconds.ToSeconds(ns).ToString("R", CultureInfo.InvariantCulture)
                : value;
        }

        return args;
    }

    private static bool MayComeToBe(Refusal refusal, string action, bool buys) =>
        (refusal.Code == "target-unknown" && (buys || action == Actions.Acknowledge)) || (refusal.Code == "server-unknown" && buys);

    /// <summary>At the argument it is about, where it names one.</summary>
    private static YamlNode Place(MapReader map, MapReader? args, Refusal refusal)
    {
        if (refusal.Code.StartsWith("action-", StringComparison.Ordinal)) return map.At("action");
        if (refusal.Code == "target-unknown") return map.At("target");
        var named = args?.Keys.FirstOrDefault(name => refusal.Args.Contains(name) || refusal.Args.Contains(ValueOf(args, name)));
        return named is null ? args?.Node ?? map.Node : args!.At(named);
    }

    private static string ValueOf(MapReader map, string key) => (map.At(key) as YamlScalarNode)?.Value ?? "";
}
