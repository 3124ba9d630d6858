namespace OpsGame.Load.Floods;

/// <summary>Plans to be checked: as long as they may be, and as odd.</summary>
internal sealed class Plans : Flood
{
    private const int Connections = 100;

    /// <summary>Below what a plan may have.</summary>
    private const int Characters = 60_000;

    private const int Steps = 500;

    private static readonly string Tabs = $"a{new string('\t', Characters)}\n: ]";

    private static readonly string Long = "id: flood\nsteps:\n" + string.Concat(Enumerable.Range(0, Steps).Select(
        second => $"  - {{at: {second}s, action: restart-server, target: web-1}}\n"));

    public override string Name => "plans checked";

    protected override Task Attack(FloodPlan plan, Tally tally, CancellationToken cancel) => Many(Connections, tally, async i =>
    {
        using var client = await RawClient.Connect(plan, handshake: true, cancel);
        while (true)
        {
            tally.Try();
            var text = i % 2 == 0 ? Tabs : Long;
            tally.Answer((await client.Call<PlanCheck>("CheckPlan", [plan.Scenario, text], cancel))?.Refusal);
            await client.Call<LabView>("Lab", [plan.Scenario], cancel);
        }
    }, cancel);
}
