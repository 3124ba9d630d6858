using OpsGame.Server.Wire;

namespace OpsGame.Server.TypeScript;

/// <summary>
/// WebClient/src/wire/generated: the contract in TypeScript, a file a record, the hub's two interfaces, an index.
/// </summary>
internal static class WireFiles
{
    public const string Heading =
        "// Written by the server's build from its records (schema --wire). To change it, change the record.";

    private const string Ending = ".ts";

    /// <summary>Name → text.</summary>
    public static SortedDictionary<string, string> All()
    {
        var (types, remarks) = (new WireTypes(), new Remarks(typeof(IDrillHub).Assembly));
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["operations"] = HubFile.Operations(types, remarks),
            ["messages"] = HubFile.Messages(types, remarks),
            ["version"] = new TypeScriptText().Line(Heading)
                .Line("/** Said when connecting; a page of another version than the server's is told to reload. */")
                .Line($"export const version = '{WireVersion.Now}';").ToString(),
        };
        foreach (var record in Contract.Records(types))
            files.Add(RecordFile.Name(record), RecordFile.Write(record, types, remarks));
        files.Add("index", Index(files.Keys));
        return new(files.ToDictionary(file => file.Key + Ending, file => file.Value), StringComparer.Ordinal);
    }

    /// <summary>Names of those that are not in the folder as they should be, and of those that should not be there.</summary>
    public static IReadOnlyList<string> Differing(string folder)
    {
        var wanted = All();
        string[] held = Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Ending) : [];
        return
        [
            .. wanted.Where(file => Read(Path.Combine(folder, file.Key)) != file.Value).Select(file => file.Key),
            .. held.Select(file => Path.GetFileName(file)).Where(name => !wanted.ContainsKey(name)).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Touches only what differs, so that nothing is built again for nothing. Tells what it wrote or removed.</summary>
    public static IReadOnlyList<string> Write(string folder)
    {
        var (wanted, differing) = (All(), Differing(folder));
        Directory.CreateDirectory(folder);
        foreach (var name in differing)
        {
            if (wanted.TryGetValue(name, out var text)) File.WriteAllText(Path.Combine(folder, name), text);
            else File.Delete(Path.Combine(folder, name));
        }

        return differing;
    }

    private static string? Read(string file) => File.Exists(file) ? File.ReadAllText(file) : null;

    private static string Index(IEnumerable<string> names)
    {
        var text = new TypeScriptText().Line(Heading);
        foreach (var name in names) text.Line($"export * from './{name}';");
        return text.ToString();
    }
}
