using System.Collections.Immutable;
using System.CommandLine;
using OpsGame.Server.Comparison;
using OpsGame.Server.Plans;
using OpsGame.Server.Runs;

namespace OpsGame.Server.Verbs;

/// <summary>compare: the six rollout strategies on three scenarios, as the README and the page /compare have them.</summary>
public static class CompareCommand
{
    private static readonly ImmutableArray<ulong> Usual = [.. Enumerable.Range(1, 30).Select(seed => (ulong)seed)];

    public static Command Create()
    {
        var seeds = SeedList.Option("--seeds");
        seeds.Description = "Play each strategy once for each of these seeds instead of 1..30";
        var json = new Option<bool>("--json")
        {
            Description = "Print JSON (Server/Comparison/figures.json) instead of the README's tables",
        };
        var command = new Command("compare", "Compare the six rollout strategies when calm, at peak, and on one server only")
        {
            seeds, json,
        };
        command.SetAction((parsed, stop) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            // Off this thread: only then is somebody left to hear Ctrl-C.
            return Task.Run(() => Compare(parsed.GetValue(seeds) ?? Usual, parsed.GetValue(json), output, error, stop),
                CancellationToken.None);
        });
        return command;
    }

    private static int Compare(
        ImmutableArray<ulong> seeds, bool json, TextWriter output, TextWriter error, CancellationToken stop)
    {
        ImmutableArray<Simulation.Scenarios.Scenario> scenarios =
        [
            .. ComparisonFiles.ReadScenarios().Select(found => found.Scenario),
        ];
        var progress = Progress.On(error, ComparedScenario.Ticks(scenarios, seeds.Length));
        try
        {
            var compared = ComparedScenario.PlayAll(scenarios, seeds, Environment.ProcessorCount, progress, stop);
            progress.Clear();
            output.WriteLine(json ? ComparisonJson.Write(compared, seeds) : ComparisonTable.Write(compared));
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            progress.Clear();
            error.WriteLine("stopped");
            return ExitCode.Stopped;
        }
    }
}
