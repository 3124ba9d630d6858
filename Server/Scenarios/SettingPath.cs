using System.Globalization;
using OpsGame.Server.Formats;
using YamlDotNet.RepresentationModel;

namespace OpsGame.Server.Scenarios;

/// <summary>
/// Walks a setting's path through a file's tree and puts its value there; the strict reader judges it afterwards.
/// </summary>
internal static class SettingPath
{
    /// <summary>What lists' entries are called by, in this order.</summary>
    private static readonly string[] NameKeys = ["id", "version"];

    /// <summary>A key the file leaves out may be set, also in a block the file leaves to its defaults.</summary>
    public static void Set(YamlMappingNode root, Setting setting, Reading reading)
    {
        var own = new Reading(setting.Source, reading.Library);
        var value = YamlTree.Read<YamlNode>(setting.Value, "the value is missing; write it after the =", own);
        if (value is null)
        {
            reading.Add(own.Problems);
            return;
        }

        reading.Adopt(value, setting.Source);
        var keys = setting.Path.Split('.');
        YamlNode place = root;
        var done = 0;
        while (Next(place, Before(keys, done), keys.AsSpan(done), out var taken, out var inner) && done + taken < keys.Length)
        {
            done += taken;
            place = inner!;
        }

        if (!Put(place, Before(keys, done), keys.AsSpan(done), value, setting, reading))
            own.Add(value, "unknown-path", Unknown(keys, done, place));
        reading.Add(own.Problems);
    }

    /// <summary>One step: a key of a mapping, or an entry of a list (whose name may have dots in it: v1.2).</summary>
    private static bool Next(YamlNode place, string of, ReadOnlySpan<string> rest, out int taken, out YamlNode? inner)
    {
        taken = 1;
        inner = null;
        if (rest.IsEmpty) return false;
        if (place is YamlMappingNode map) return map.Children.TryGetValue(new YamlScalarNode(rest[0]), out inner);
        if (place is not YamlSequenceNode list) return false;
        for (taken = rest.Length; taken > 0; taken--)
        {
            var index = IndexOf(list, of, string.Join('.', rest[..taken]!));
            if (index < 0) continue;
            inner = list.Children[index];
            return true;
        }

        return false;
    }

    private static bool Put(
        YamlNode place, string of, ReadOnlySpan<string> rest, YamlNode value, Setting setting, Reading reading)
    {
        if (place is YamlMappingNode map && !rest.IsEmpty && !rest.Contains(""))
        {
            // a block that is not there holds nothing but what is set
            for (; rest.Length > 1; rest = rest[..^1])
            {
                var block = new YamlMappingNode { { new YamlScalarNode(rest[^1]), value } };
                reading.Adopt(block, setting.Source);
                value = block;
            }

            var key = new YamlScalarNode(rest[0]);
            reading.Adopt(key, setting.Source);
            if (map.Children.ContainsKey(key)) map.Children[key] = value;
            else map.Children.Add(key, value);
            return true;
        }

        if (place is not YamlSequenceNode list || !Next(list, of, rest, out var taken, out _) || taken != rest.Length)
            return false;
        list.Children[IndexOf(list, of, string.Join('.', rest!))] = value;
        return true;
    }

    /// <summary>An only entry without a name has its kind's, which is the list's: scalers.scaler.</summary>
    private static int IndexOf(YamlSequenceNode list, string of, string name)
    {
        var names = Names(list);
        var index = names.IndexOf(name);
        return index < 0 && names is ["1"] && of == name + "s" ? 0 : index;
    }

    private static string Before(string[] keys, int done) => done == 0 ? "" : keys[done - 1];

    private static List<string> Names(YamlSequenceNode list) => [.. list.Children.Select(Name)];

    private static string Name(YamlNode entry, int index)
    {
        foreach (var key in NameKeys)
            if (entry is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var name)
                && name is YamlScalarNode scalar)
                return scalar.Value ?? "";
        return (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static string Unknown(string[] keys, int done, YamlNode place)
    {
        var before = done == 0 ? "the file" : $"'{string.Join('.', keys[..done])}'";
        var has = place switch
        {
            YamlMappingNode map => map.Children.Keys.Select(key => (key as YamlScalarNode)?.Value ?? ""),
            YamlSequenceNode list => Names(list),
            _ => [],
        };
        return place is YamlScalarNode
            ? $"{before} is a value and has nothing inside"
            : $"{before} has no '{keys[done]}'; it has {string.Join(", ", has)}";
    }
}
