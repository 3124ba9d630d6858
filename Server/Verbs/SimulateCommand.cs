using System.Collections.Immutable;
using System.CommandLine;
using OpsGame.Server.Runs;
using OpsGame.Server.Texts;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Verbs;

/// <summary>simulate FILE: plays a scenario without a browser, as fast as the machine can; prints what was measured.</summary>
public static class SimulateCommand
{
    public static Command Create()
    {
        var seed = SeedOption.Create();
        var seeds = SeedList.Option("--seeds");
        var json = new Option<bool>("--json") { Description = "Print JSON (the default)" };
        var table = new Option<bool>("--table") { Description = "Print tables for people" };
        var events = new Option<bool>("--events") { Description = "Also print what happened, and when" };
        var series = SeriesOption.Create();
        var command = new Command("simulate", "Play a scenario headless and measure it")
        {
            seed, seeds, json, table, events, series,
        };
        var options = new PlayOptions(command, measures: true);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(table)) result.AddError("choose --json or --table");
            if (result.GetResult(seed) is { Implicit: false } && result.GetResult(seeds) is not null)
                result.AddError("choose --seed or --seeds");
            if (result.GetValue(table) && result.GetResult(seeds) is not null
                && (result.GetValue(events) || result.GetResult(series) is not null))
                result.AddError("--events and --series of many seeds are printed as JSON only");
        });
        command.SetAction((parsed, stop) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (options.Read(parsed, error, out var code) is not { } trial) return Task.FromResult(code);
            trial = trial with { Events = parsed.GetValue(events), Series = parsed.GetValue(series) ?? [] };
            if (SeriesOption.Wrong(trial) is { } wrong)
            {
                error.WriteLine(wrong);
                return Task.FromResult(ExitCode.Stopped);
            }

            var order = new Order(trial, parsed.GetValue(seed), parsed.GetValue(seeds), parsed.GetValue(table));
            // Off this thread: only then is somebody left to hear Ctrl-C.
            return Task.Run(() => Simulate(order, output, error, stop), CancellationToken.None);
        });
        return command;
    }

    private static int Simulate(Order order, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var seeds = order.Seeds ?? [order.Seed];
        var progress = Progress.On(error, seeds.Length * (order.Trial.UntilNs / Nanoseconds.PerTick));
        try
        {
            var runs = HeadlessRun.PlayAll(order.Trial, seeds, Environment.ProcessorCount, progress, stop);
            progress.Clear();
            output.WriteLine(Report(order, runs));
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            progress.Clear();
            error.WriteLine("stopped");
            return ExitCode.Stopped;
        }
    }

    private static string Report(Order order, ImmutableArray<HeadlessRun> runs)
    {
        var texts = TextCatalogue.Embedded;
        if (order.Table) return order.Seeds is null ? RunTable.Write(runs[0], texts) : SweepTable.Write(runs);
        return RunJson.Print(order.Seeds is null ? RunJson.Of(runs[0], texts) : Sweep.Json(runs, texts));
    }

    private sealed record Order(Trial Trial, ulong Seed, ImmutableArray<ulong>? Seeds, bool Table);
}
