using System.CommandLine;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Texts;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Commands;

/// <summary>simulate FILE: plays a scenario that nobody touches, as fast as the machine can; prints what was measured.</summary>
public static class SimulateCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A scenario file (*.yaml)" };
        var seed = new Option<ulong>("--seed")
        {
            Description = "The luck of the run",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        var until = DurationOption.Create("--until", "Stop at this simulated time instead of the scenario's end");
        var warmUp = DurationOption.Create("--warmup", "Measure from this simulated time on");
        var json = new Option<bool>("--json") { Description = "Print JSON (the default)" };
        var table = new Option<bool>("--table") { Description = "Print tables for people" };
        var command = new Command("simulate", "Play a scenario headless and measure it")
        {
            file, seed, until, warmUp, json, table,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(table)) result.AddError("choose --json or --table");
        });
        command.SetAction((parsed, stop) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (ScenarioArgument.Read(parsed.GetRequiredValue(file), library: false, error) is not { } scenario)
                return Task.FromResult(ExitCode.BadFile);
            var order = new Order(
                scenario, parsed.GetValue(seed), parsed.GetValue(until) ?? scenario.DurationNs, parsed.GetValue(warmUp) ?? 0,
                parsed.GetValue(table));
            // Off this thread: only then is somebody left to hear Ctrl-C.
            return Task.Run(() => Simulate(order, output, error, stop), CancellationToken.None);
        });
        return command;
    }

    private static int Simulate(Order order, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (order.UntilNs > order.Scenario.DurationNs || order.WarmUpNs >= order.UntilNs)
        {
            var end = Units.ShowDuration(order.Scenario.DurationNs);
            error.WriteLine($"--warmup should be before --until, and --until at most {end}, the scenario's end");
            return ExitCode.Stopped;
        }

        try
        {
            var run = HeadlessRun.Play(order.Scenario, order.Seed, order.UntilNs, order.WarmUpNs, stop);
            var texts = TextCatalogue.Embedded;
            output.WriteLine(order.Table ? RunTable.Write(run, texts) : RunJson.Write(run, texts));
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("stopped");
            return ExitCode.Stopped;
        }
    }

    private sealed record Order(Scenario Scenario, ulong Seed, long UntilNs, long WarmUpNs, bool Table);
}
