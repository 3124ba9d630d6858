using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using OpsGame.Grains.Lab;

namespace OpsGame.Grains.Tests.Lab;

public sealed class CrewTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly ApplicationLifetime _process = new(NullLogger<ApplicationLifetime>.Instance);
    private readonly Workload _workload;
    private readonly Crew _crew;
    private TimeSpan _cpu;

    public CrewTests()
    {
        _workload = new Workload(_time, 0.5, () => _cpu);
        _crew = new Crew(_process, _workload, TimeProvider.System);
    }

    public void Dispose()
    {
        _process.StopApplication();
        _crew.Dispose();
    }

    [Fact]
    public async Task ABoardsVerificationComesAfterEverythingAnybodyPlays()
    {
        using var go = new ManualResetEventSlim();
        var played = new List<string>();
        // nobody is free until all wait, and then one is
        var busy = Enumerable.Range(0, Crew.Size).Select(at => _crew.Run(0, stop => Wait(go, stop))).ToArray();
        var verified = _crew.Run(Crew.Last, _ => Note(played, "verified"));
        var later = _crew.Run(2, _ => Note(played, "later"));
        var sooner = _crew.Run(1, _ => Note(played, "sooner"));
        go.Set();
        await Task.WhenAll([.. busy, verified, later, sooner]);
        Assert.Equal(3, played.Count);
        if (Crew.Size == 1) Assert.Equal(["sooner", "later", "verified"], played);
        Assert.NotEqual("verified", played[0]);
    }

    [Fact]
    public async Task NothingIsBegunWhileTheLiveDrillsNeedAllThereIs()
    {
        Pass(seconds: 5, share: 1);
        Assert.True(_workload.IsPressed);
        var pressed = _crew.Run(0, _ => _workload.IsPressed);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        Pass(seconds: 5, share: 0);
        Assert.False(await pressed);
    }

    private static bool Wait(ManualResetEventSlim go, CancellationToken stop)
    {
        go.Wait(stop);
        return true;
    }

    private static bool Note(List<string> played, string what)
    {
        lock (played) played.Add(what);
        return true;
    }

    private void Pass(int seconds, double share)
    {
        for (var second = 0; second < seconds; second++)
        {
            _workload.Begins(TimeSpan.Zero);
            _cpu += TimeSpan.FromSeconds(share * Environment.ProcessorCount);
            _time.Pass(1000);
        }
    }
}
