using System.Collections.Immutable;
using OpsGame.Grains.Estates;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Server.Scenarios;

namespace OpsGame.Server.Verification;

/// <summary>A team's drill with everything one needs to play it again: scenario, seed and command log.</summary>
internal sealed record DrillEntryFile(string Kind, BoardResult Result, string ScenarioText, ImmutableArray<LogEntry> Log) : IEntry
{
    public const string Drill = "drill";

    public string Engine => Result.Engine;

    public Difference? Verify(CancellationToken stop)
    {
        var scenario = ScenarioReader.Read(ScenarioText, Result.Scenario);
        return scenario.ContentHash == Result.ScenarioHash && scenario.Version == Result.ScenarioVersion
            ? Rerun.Compare(Result, new LoggedEstate(Log, null), scenario, stop)
            : new Difference(null, null, "the scenario is another than the entry's");
    }
}
