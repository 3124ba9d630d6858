using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Server.Formats;
using OpsGame.Server.Kinds;
using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>What a file may say a command may set, and the reverse: each rule of both stands once.</summary>
public class OneRuleTests
{
    private static readonly string EveryKey = Files.Read("Server/Schemas/every-key.yaml");
    private static readonly string Everything = Files.Read("tests/Scenarios/everything.yaml");

    /// <summary>That have no key in a file.</summary>
    private static readonly string[] OnlyInPlay =
    [
        "kill-process.process", "redrive-queue.rate", "warm-cache.keys", "warm-cache.rate", "start-rollout.fraction",
        "start-rollout.surge", "start-rollout.unavailable", "alter-table.work", "alter-table.timeout", "alter-table.retry",
        "start-rollout.drain", "start-rollout.bake", "start-rollout.maxErrors", "start-rollout.maxLatency", "place-bet.answer",
    ];

    public static TheoryData<string, string, string, string, string> Pairs => new(SettableKeys.All);

    /// <summary>Settings of a file, and a command that sets the same.</summary>
    public static TheoryData<string, string> Relations => new()
    {
        { "balancer.check={interval: 2s, timeout: 1s}", "set-health-check balancer interval=2 timeout=1" },
        { "balancer.check={interval: 2s, timeout: 2s}", "set-health-check balancer interval=2 timeout=2" },
        { "inner.check={interval: 2s, timeout: 3s}", "set-health-check inner interval=2 timeout=3" },
        { "breakers={database: {window: 10, calls: 10, tries: 10}}", "set-breaker database window=10 calls=10 tries=10" },
        { "breakers={database: {window: 10, calls: 11, tries: 10}}", "set-breaker database window=10 calls=11 tries=10" },
        { "breakers={app: {window: 10, calls: 10, tries: 11}}", "set-breaker web-1 window=10 calls=10 tries=11" },
        { "scalers.scaler.min=4", "set-scaling scaler policy=target min=4 max=4" },
        { "scalers.scaler.min=5", "set-scaling scaler policy=target min=5 max=4" },
        { Steps(0.5, 0.4), "set-scaling scaler policy=step above=0.5 below=0.4 max=4" },
        { Steps(0.5, 0.5), "set-scaling scaler policy=step above=0.5 below=0.5 max=4" },
        { "scalers.scaler.schedule=[]", "set-scaling scaler policy=schedule schedule=none max=4" },
        { "servers.web-1.roles.app.processes=17", "change-threads web-1 processes=17 threads=8" },
        { "servers.web-1.roles.app.processes=18", "change-threads web-1 processes=18 threads=8" },
        { "servers.web-2.roles.app.threads=206", "change-threads web-2 processes=2 threads=206" },
        { "servers.web-2.roles.app.threads=207", "change-threads web-2 processes=2 threads=207" },
        { "servers.web-1.log-keep=10239MiB", "rotate-logs web-1 keep=10239" },
        { "servers.web-1.log-keep=10240MiB", "rotate-logs web-1 keep=10240" },
        { "servers.web-2.log-keep=1MiB", "rotate-logs web-2 keep=1" },
        { "scalers.scaler.size=tight", "add-server rack-1 size=tight" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void AFileSaysWhatACommandSets(string key, string action, string parameter, string unit, string zero)
    {
        var spec = Settable.Of(action, parameter);
        var step = spec.Whole ? 1 : 0.001;
        double[] values =
        [
            spec.Min, spec.Max, spec.Min - step, spec.Max + step, (spec.Min + spec.Max) / 2,
            Math.Floor((spec.Min + spec.Max) / 2), 0, 0.0001, 0.5, 1, 1.5, spec.Least, spec.Least - 0.0005, spec.Least + step,
        ];
        foreach (var value in values)
        {
            var refusal = Refusal(action, parameter, Show(value));
            var written = value == 0 && zero.Length > 0 ? zero
                : unit == "us" ? $"{(long)Math.Round(value * 1e6)}us"
                : $"{Show(value)}{unit}";
            var problems = Problems(EveryKey, key.Contains('?') ? key.Replace("?", written) : $"{key}={written}")
                .Where(problem => problem.Code is "out-of-range" or "wrong-type" or "wrong-unit").ToArray();
            Assert.True(
                refusal is null == (problems.Length == 0),
                $"{key}: {written} is {(problems.Length == 0 ? "accepted" : problems[0].Message)}, but {action} with {parameter} "
                + $"{Show(value)} is {refusal?.Code ?? "accepted"}");
        }
    }

    [Theory]
    [MemberData(nameof(Relations))]
    public void WhatDoesNotGoTogetherIsRefusedByBoth(string setting, string given)
    {
        // a server that needs more than the size has, whatever the rest
        var text = Everything.Replace("id: tight, cores: 2, memory: 4GiB", "id: tight, cores: 2, memory: 256MiB");
        var problems = Problems(text, setting);

        var words = given.Split(' ');
        var args = words[2..].Select(arg => arg.Split('=')).ToDictionary(arg => arg[0], arg => arg[1]);
        Assert.Null(ActionCatalogue.Check(words[0], args, out var complete));
        var world = new World(ScenarioReader.Read(text, "everything.yaml"), 1);
        var command = new Command("c1", "ann", words[0], words[1], complete);
        Assert.Null(world.Check(command));
        var told = Headless.Step(world, ImmutableArray.Create(command)).Events.Where(told => told.Command == "c1").ToArray();
        var refused = told.Where(one => one.Kind == EventKind.Refused).Select(one => one.Code).ToArray();

        Assert.NotEmpty(told);
        Assert.True(
            problems.Length == 0 == (refused.Length == 0),
            $"{setting}: {string.Join("; ", problems.Select(problem => problem.Message))}; "
            + $"{given}: {string.Join(", ", refused)}");
    }

    [Fact]
    public void NoLimitOfAnActionIsLeftOut()
    {
        var paired = Pairs.Select(pair => $"{pair.Data.Item2}.{pair.Data.Item3}").Concat(OnlyInPlay).Distinct();
        var limited = ActionCatalogue.Distinct.Where(action => !action.InstructorOnly)
            .SelectMany(action => action.Parameters
                .Where(parameter => parameter.Kind.Shape is ParameterShape.Number or ParameterShape.Duration)
                .Select(parameter => $"{action.Id}.{parameter.Name}")).Distinct();
        Assert.Equal(limited.Order(StringComparer.Ordinal), paired.Order(StringComparer.Ordinal));
    }

    /// <summary>Of that one argument; the others are as they may be.</summary>
    private static Refusal? Refusal(string action, string parameter, string value)
    {
        var args = ActionCatalogue.Find(action)!.Parameters
            .ToDictionary(known => known.Name, known => known.Initial.Length > 0 ? known.Initial : "v2");
        args[parameter] = value;
        return ActionCatalogue.Check(action, args, out _);
    }

    private static string Steps(double above, double below) =>
        "scalers.scaler.steps=[{when: above, threshold: " + Show(above) + ", change: 1}, {when: below, threshold: " + Show(below)
        + ", change: 1}]";

    private static Problem[] Problems(string text, string written)
    {
        Assert.True(Setting.TryParse(written, out var setting));
        try
        {
            ScenarioReader.Read(text, "file.yaml", false, [setting]);
            return [];
        }
        catch (ScenarioException broken)
        {
            return [.. broken.Problems];
        }
    }

    private static string Show(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
