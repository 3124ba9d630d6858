using OpsGame.Grains.Contracts;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Records;

namespace OpsGame.Grains.Tests.Drills;

/// <summary>Drills nobody is connected to any more do not take others' places.</summary>
public sealed class AbandonedTests : IAsyncLifetime
{
    private const string Somewhere = "192.0.2.7";

    private readonly LeapingTime _time = new();
    private readonly GrainHost _host;

    public AbandonedTests() => _host = new GrainHost { Time = _time };

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private IDrillDirectoryGrain Directory => _host.Grains.GetGrain<IDrillDirectoryGrain>(0);

    [Fact]
    public async Task AnEmptyLobbyLeavesNothingAndItsCodeIsFree()
    {
        var lobby = await Open("One", "Two");
        Assert.Equal(lobby.Id, await Directory.Find(lobby.Code));
        Assert.Equal((2, 2), await _host.Drills.CountEstates(Somewhere));
        Assert.Equal((2, 0), await _host.Drills.CountEstates("elsewhere"));

        _time.Leap(DrillLimits.EmptyLobby);

        await Until(async () => await _host.Drills.Find(lobby.Id) is null);
        Assert.Null(await Directory.Find(lobby.Code));
        Assert.Equal((0, 0), await _host.Drills.CountEstates(Somewhere));
    }

    [Fact]
    public async Task ARunningDrillNobodyIsInEndsAndAPausedOneWaits()
    {
        var (running, paused) = (await Open("One"), await Open("One", "Two"));
        foreach (var drill in new[] { running, paused }) Assert.Null(await Grain(drill).Start());
        Assert.Null(await Grain(paused).Pause());

        _time.Leap(DrillLimits.Abandoned);

        await Until(async () => (await _host.Drills.Find(running.Id))!.Status == DrillStatus.Finished);
        Assert.Equal(DrillStatus.Paused, (await _host.Drills.Find(paused.Id))!.Status);
        Assert.Equal((2, 2), await _host.Drills.CountEstates(Somewhere));
        var over = (await _host.Drills.Find(running.Id))!;
        Assert.Equal(("", false), (over.Address, over.Results.Single().Ended));
    }

    [Fact]
    public async Task AnAddressOpensABurstOfDrillsAndThenOneAtIntervals()
    {
        var opened = 0;
        Seating answer;
        while ((answer = await Directory.Open(Wanted("One"))).Refusal is null) opened++;
        Assert.Equal("drills-too-fast", answer.Refusal?.Code);
        Assert.True(opened >= DrillLimits.OpenedAtOnce(DrillLimits.LiveAtAnAddress));
        // others are not held up, and what is not well formed costs nothing
        Assert.Null((await Directory.Open(Wanted("One") with { Address = "198.51.100.9" })).Refusal);
        Assert.Equal("teams-none", (await Directory.Open(Wanted())).Refusal?.Code);
        _time.Leap(DrillLimits.OpenedEvery);
        Assert.Null((await Directory.Open(Wanted("One"))).Refusal);
    }

    /// <summary>Whoever may try seeds without end finds the one that others play.</summary>
    [Fact]
    public async Task AnAddressNamesFewSeedsAndThenOneAtIntervals()
    {
        var named = 0;
        Seating answer;
        while ((answer = await Directory.Open(Wanted("One") with { Seed = (ulong)named })).Refusal is null) named++;
        Assert.Equal("drills-too-fast", answer.Refusal?.Code);
        Assert.Equal(DrillLimits.SeedsAtOnce(DrillLimits.LiveAtAnAddress), named);
        // drawn seeds and other addresses are not held up
        Assert.Null((await Directory.Open(Wanted("One"))).Refusal);
        Assert.Null((await Directory.Open(Wanted("One") with { Seed = (ulong)named, Address = "198.51.100.9" })).Refusal);
        _time.Leap(DrillLimits.SeedEvery);
        Assert.Null((await Directory.Open(Wanted("One") with { Seed = (ulong)named + 1 })).Refusal);
    }

    private async Task<DrillRecord> Open(params string[] teams)
    {
        var seating = await Directory.Open(Wanted(teams));
        Assert.Null(seating.Refusal);
        return seating.Room!.Drill;
    }

    private static NewDrill Wanted(params string[] teams) =>
        new(TestScenario.Balanced.Id, "Grace", [.. teams], Seed: null, Solo: false, Address: Somewhere);

    private IDrillGrain Grain(DrillRecord drill) => _host.Grains.GetGrain<IDrillGrain>(drill.Id);

    private static async Task Until(Func<Task<bool>> condition)
    {
        while (!await condition()) await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
    }
}
