using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpsGame.Load;

/// <summary>
/// The library's balancer scenario with as many components as wanted, an hour long, calm: its own traffic of the first minute
/// on more servers, for <c>--Library:Path</c>.
/// </summary>
internal static partial class SizedScenario
{
    private const string Source = "Scenarios/03-balancer-health-checks.yaml";

    /// <summary>Balancer, cache, database and its server.</summary>
    private const int Others = 4;

    private const int UnitsPerRack = 48;

    private static readonly int[] Sizes = [10, 60, 200, 400];

    /// <summary>What a scenario of that library may be without.</summary>
    private static readonly string[] Dropped =
        ["bet", "hints", "notes", "traffic", "racks", "servers", "releases", "faults", "causes", "score"];

    public static string IdOf(int components) => string.Create(CultureInfo.InvariantCulture, $"load-{components}");

    /// <summary>scenarios FOLDER: writes them.</summary>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Where a library is to stand." };
        var command = new Command("scenarios", $"Writes scenarios of {string.Join(", ", Sizes)} components.") { folder };
        command.SetAction(given => WriteTo(given.GetValue(folder)!));
        return command;
    }

    public static void WriteTo(DirectoryInfo folder)
    {
        var scenarios = folder.CreateSubdirectory("Scenarios");
        folder.CreateSubdirectory("Plans");
        var source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Source));
        foreach (var size in Sizes)
            File.WriteAllText(Path.Combine(scenarios.FullName, $"{IdOf(size)}.yaml"), Text(source, size));
    }

    private static string Text(string source, int components)
    {
        var text = new StringBuilder();
        foreach (Match section in Section().Matches(source))
        {
            var name = section.Groups["name"].Value;
            if (Dropped.Contains(name)) continue;
            text.Append(name switch
            {
                "id" => $"id: {IdOf(components)}\n",
                "order" => $"order: {components}\n",
                "duration" => "duration: 1h\n",
                _ => section.Value,
            });
        }

        var racks = 2 + (components / UnitsPerRack);
        text.Append("racks:\n");
        for (var rack = 1; rack <= racks; rack++)
            text.Append(CultureInfo.InvariantCulture, $"  - {{id: rack-{rack}, units: {UnitsPerRack}}}\n");
        text.Append("servers:\n");
        for (var number = 1; number <= components - Others - racks; number++) text.Append(Frontend(number, racks));
        return text.Append("""
              - id: db-1
                rack: rack-2
                size: medium
                version: v1
                roles:
                  db: {process-memory: 4GiB}
            score:
              service: 700
              cost: 50
              response: 250
              delivery: 0
              par: {spend: $1000, acknowledge: 10s, mitigate: 60s}
              slo: 0.98

            """).ToString();
    }

    private static string Frontend(int number, int racks) => string.Create(CultureInfo.InvariantCulture, $$"""
          - id: web-{{number}}
            rack: rack-{{1 + (number % racks)}}
            size: small
            version: v1
            roles:
              web: {processes: 1, threads: 64, queue: 100, process-memory: 100MiB, thread-memory: 1MiB}
              app: {processes: 2, threads: 8, queue: 100, process-memory: 300MiB, thread-memory: 4MiB}

        """);

    [GeneratedRegex(@"^(?<name>[a-z]+):.*\n(?:(?:[ ].*|#.*)?\n)*", RegexOptions.Multiline)]
    private static partial Regex Section();
}
