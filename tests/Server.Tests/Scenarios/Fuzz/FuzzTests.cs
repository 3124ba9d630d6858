using System.Collections.Concurrent;
using OpsGame.Server.Formats;
using OpsGame.Server.Plans;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Tests.Scenarios.Fuzz;

/// <summary>Whatever a file says, it is refused with reasons or it can be played.</summary>
public class FuzzTests
{
    private const int Mutants = 10_000;
    private const long PlayedNs = 2 * Nanoseconds.PerSecond;

    /// <summary>Beyond it two seconds of a mutant take too long; it counts as accepted all the same.</summary>
    private const double MostRequests = 200_000;

    /// <summary>A guard against hanging, not a measure of speed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly string[] Sources =
    [
        .. Directory.EnumerateFiles(Files.Path("Server/Scenarios"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
        Files.Read("Server/Schemas/every-key.yaml"), Files.Read("tests/Scenarios/mm1.yaml"), Example.Text, Example.Text,
    ];

    private static readonly Scenario Estate = ScenarioReader.Read(Example.Text, "example.yaml");

    private static readonly string[] CommandFiles =
    [
        """
        - {at: 40s, action: set-health-check, target: balancer, by: ann,
           args: {path: shallow, interval: 5s, timeout: 2s, unhealthyAfter: 2, healthyAfter: 2}}
        - {at: 2m10s, action: detach, target: balancer, args: {server: server-1}, by: ann}
        - at: 3m
          action: add-server
          target: rack-1
          args: {size: small}
        - {at: 4m, action: acknowledge, target: alert-1}
        - {at: 5m, action: start-rollout, target: rollout, args: {version: v2, fraction: 0.5, drain: 15s, bake: 10s}}
        """,
    ];

    [Fact]
    public async Task NoScenarioFileBreaksTheReaderOrTheWorld()
    {
        int accepted = 0, played = 0;
        await ForEach(Mutants, seed =>
        {
            if (Accepted(
                () => ScenarioReader.Read(
                    new Mutator(seed, Sources).Mutate(), "mutant.yaml", library: seed % 4 == 0)) is not { } scenario) return;
            Interlocked.Increment(ref accepted);
            if (Requests(scenario) > MostRequests) return;
            Interlocked.Increment(ref played);
            var world = new World(scenario, (ulong)seed);
            while (world.NowNs < PlayedNs) Headless.Step(world, []);
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{Mutants} mutants: {accepted} accepted, {played} of them played");
        // Damage that always kills, or never, would test nothing.
        Assert.InRange(accepted, Mutants / 20, Mutants * 19 / 20);
        Assert.True(played > accepted / 2, $"{played} of {accepted} played");
    }

    [Fact]
    public Task NoCommandFileBreaksItsReader() => ForEach(
        Mutants / 5, seed => Accepted(() => PlanReader.Read(new Mutator(seed, CommandFiles).Mutate(), "mutant.yaml", Estate)));

    /// <summary>What was read, or null after checking that the refusal explains itself.</summary>
    private static T? Accepted<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (ScenarioException refused)
        {
            Assert.NotEmpty(refused.Problems);
            Assert.All(refused.Problems, problem => Assert.True(
                problem is { Line: >= 1, Column: >= 1, Code.Length: > 0, Message.Length: > 0 } && problem.Message != problem.Code,
                problem.ToString()));
            return null;
        }
    }

    private static async Task ForEach(int seeds, Action<int> check)
    {
        var working = new ConcurrentDictionary<int, bool>();
        var all = Task.Run(() => Parallel.For(0, seeds, seed =>
        {
            working[seed] = true;
            try
            {
                check(seed);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"seed {seed}: {broken.Message}", broken);
            }

            working.TryRemove(seed, out _);
        }));
        var first = await Task.WhenAny(all, Task.Delay(Patience, TestContext.Current.CancellationToken));
        Assert.True(first == all, $"hanging at seeds {string.Join(", ", working.Keys)}");
        await all;
    }

    private static double Requests(Scenario scenario) =>
        scenario.Classes.Sum(users => users.RatePerSecond * users.Retry.Attempts) * scenario.Traffic.Max(point => point.Factor)
        * Nanoseconds.ToSeconds(PlayedNs);
}
