using OpsGame.Server.Scenarios;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Tests.Scenarios;

public class DailyDrillTests
{
    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Files.Path("Server/Scenarios"));

    private readonly Clock _time = new();

    [Fact]
    public void ADayHasOneDrillForEverybodyAndTheNextDayAnother()
    {
        var (first, second) = (new DailyDrill(Library, _time), new DailyDrill(Library, _time));
        var today = first.Today()!.Value;
        Assert.Equal(new DateOnly(2026, 12, 1), today.Date);
        Assert.False(today.Scenario.Draws.IsEmpty);

        _time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(today, second.Today());
        Assert.True(second.Is(today.Scenario.Id, today.Seed));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new DateOnly(2026, 12, 2), second.Today()!.Value.Date);
        Assert.NotEqual(today.Seed, second.Today()!.Value.Seed);
        Assert.False(second.Is(today.Scenario.Id, today.Seed));
    }

    /// <summary>Whoever played yesterday has not seen today.</summary>
    [Fact]
    public void AFortnightHasManyDifferentDrills()
    {
        var daily = new DailyDrill(Library, _time);
        var days = Enumerable.Range(0, 14).Select(_ =>
        {
            var today = daily.Today()!.Value;
            _time.Advance(TimeSpan.FromDays(1));
            return string.Join(", ", Drawing.Of(today.Scenario, today.Seed).Faults.Select(fault => (fault.Fault, fault.Target)));
        }).ToArray();
        Assert.True(days.Distinct().Count() >= 10, string.Join('\n', days));
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void ALibraryThatLeavesNothingToChanceHasNone()
    {
        var folder = Directory.CreateTempSubdirectory("opsgame-daily-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "one.yaml"), Files.Read("Server/Scenarios/01-one-server.yaml"));
            Assert.Null(new DailyDrill(ScenarioLibrary.Load(folder), _time).Today());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

        public void Advance(TimeSpan by) => _now += by;

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
