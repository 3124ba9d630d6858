using System.CommandLine;

namespace OpsGame.Load.Chaos;

/// <summary>
/// chaos: servers of its own are killed and stopped at every bad moment; prints what that cost, and fails if it cost anything.
/// </summary>
internal static class ChaosCommand
{
    private const string Sqlite = "sqlite";
    private const string Postgres = "postgres";
    private const string Both = "both";

    public static Command Create()
    {
        var killsStart = Number("--kills-start", 50, "Kills at random moments of start-up, on each database");
        var killsPlay = Number("--kills-play", 50, "Kills at random moments of play, on each database");
        var stops = Number("--stops", 20, "Times one of two servers on PostgreSQL is stopped and woken");
        var stopSeconds = Number("--stop-seconds", 35, "For how long it is stopped");
        var lanes = Number("--lanes", 2, "Groups of servers it is done to side by side");
        var seed = Number("--seed", Random.Shared.Next(1_000_000), "Chooses the moments; printed");
        var database = new Option<string>("--database")
        {
            Description = "sqlite, postgres or both",
            DefaultValueFactory = _ => Both,
        };
        database.AcceptOnlyFromAmong(Sqlite, Postgres, Both);
        var server = new Option<FileInfo?>("--server")
        {
            Description = "OpsGame.Server.dll [default: this repository's release build]",
        };
        var command = new Command("chaos", "Kills and stops servers of its own at bad moments and counts what is lost")
        {
            killsStart, killsPlay, stops, stopSeconds, database, seed, lanes, server,
        };
        command.SetAction((given, stop) => Run(
            new ChaosPlan(
                given.GetValue(killsStart), given.GetValue(killsPlay), given.GetValue(stops),
                TimeSpan.FromSeconds(given.GetValue(stopSeconds)),
                given.GetValue(database) is { } one and not Both ? [one] : [Sqlite, Postgres], given.GetValue(seed),
                given.GetValue(server)?.FullName ?? Built(), Math.Max(1, given.GetValue(lanes))),
            stop));
        return command;
    }

    private static async Task<int> Run(ChaosPlan plan, CancellationToken stop)
    {
        Console.WriteLine($"seed {plan.Seed}, server {plan.Server}");
        var folder = Directory.CreateTempSubdirectory("opsgame-chaos-").FullName;
        await using var postgres = plan.Databases.Contains(Postgres) ? await OwnPostgres.Start() : null;
        var tallies = new List<Tally>();
        try
        {
            foreach (var database in plan.Databases)
            {
                Home NewHome() => new(Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("n"))).FullName,
                    database == Postgres ? postgres!.NewDatabase() : null);
                await InLanes(StartKills.Kind, plan.KillsStart, StartKills.Run);
                await InLanes(PlayKills.Kind, plan.KillsPlay, PlayKills.Run);
                if (database == Postgres) await InLanes(Stops.Kind, plan.Stops, Stops.Run);

                async Task InLanes(string kind, int wanted, Trouble trouble)
                {
                    if (wanted == 0) return;
                    var tally = new Tally(kind, database);
                    tallies.Add(tally);
                    await Task.WhenAll(Enumerable.Range(0, plan.Lanes).Select(lane => Lane(lane)));

                    async Task Lane(int lane)
                    {
                        try
                        {
                            var rounds = Enumerable.Range(0, wanted).Where(round => round / 2 % plan.Lanes == lane);
                            if (rounds.Any()) await trouble(plan, NewHome, rounds, tally, stop);
                        }
                        catch (Exception failure) when (!stop.IsCancellationRequested)
                        {
                            tally.Stuck(failure.ToString());
                        }
                    }
                }
            }
        }
        finally
        {
            Console.WriteLine();
            Console.WriteLine(Tally.Heading);
            foreach (var tally in tallies) Console.WriteLine(tally);
        }

        if (!tallies.All(tally => tally.Clean)) return 1;
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private delegate Task Trouble(
        ChaosPlan plan, Func<Home> newHome, IEnumerable<int> rounds, Tally tally, CancellationToken stop);

    private static Option<int> Number(string name, int usual, string what) =>
        new(name) { Description = what, DefaultValueFactory = _ => usual };

    private static string Built()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, "Server/bin/Release/net10.0/OpsGame.Server.dll");
            if (File.Exists(program)) return program;
        }

        throw new InvalidOperationException("Build the server first (dotnet build Server -c Release), or name it with --server");
    }
}
