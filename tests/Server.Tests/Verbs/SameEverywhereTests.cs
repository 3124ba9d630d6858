using System.Diagnostics;
using System.Text.Json;
using OpsGame.Server.Tests.Scenarios;

namespace OpsGame.Server.Tests.Verbs;

/// <summary>
/// However the runtime compiles, collects and schedules: the same run, to the last hash and the last digit of its report.
/// </summary>
public class SameEverywhereTests
{
    private static readonly string[] Ask =
        ["simulate", Files.Path("Server/Scenarios/03-balancer-health-checks.yaml"), "--seeds", "1..4", "--until", "2m", "--json"];

    [Fact]
    public async Task ARunIsTheSameUnderEveryRuntimeSetting()
    {
        var (_, here, _) = await CommandLine.Run(Ask);
        Assert.Equal(4, Hashes(here).Distinct().Count());

        (string Name, string Value)[][] settings =
        [
            [("DOTNET_gcServer", "1"), ("DOTNET_PROCESSOR_COUNT", "2")],
            [("DOTNET_gcServer", "0"), ("DOTNET_gcConcurrent", "0"), ("DOTNET_PROCESSOR_COUNT", "1")],
            // compiled once, in full
            [("DOTNET_TieredCompilation", "0")],
            // first quickly, then with what was learnt meanwhile; and without learning
            [("DOTNET_TieredCompilation", "1"), ("DOTNET_TieredPGO", "1"), ("DOTNET_TC_BackgroundWorkerTimeoutMs", "0")],
            [("DOTNET_TieredCompilation", "1"), ("DOTNET_TieredPGO", "0")],
            // without what only newer processors have
            [("DOTNET_EnableAVX", "0"), ("DOTNET_EnableFMA", "0"), ("DOTNET_PROCESSOR_COUNT", "8")],
        ];
        foreach (var setting in settings)
        {
            var there = await Child(setting);
            Assert.Equal(Hashes(here), Hashes(there));
            Assert.Equal(here.TrimEnd(), there.TrimEnd());
        }
    }

    private static string[] Hashes(string report)
    {
        using var parsed = JsonDocument.Parse(report);
        return [.. parsed.RootElement.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("hash").GetString()!)];
    }

    private static async Task<string> Child((string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "OpsGame.Server.dll"), .. Ask])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, child.ExitCode);
        return output;
    }
}
