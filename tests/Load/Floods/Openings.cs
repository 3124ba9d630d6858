namespace OpsGame.Load.Floods;

/// <summary>Drills opened as fast as it goes, half of them played at once.</summary>
internal sealed class Openings : Flood
{
    private const int Connections = 10;

    /// <summary>More than any server takes.</summary>
    private const int MostDrills = 2_000;

    public override string Name => "drills opened";

    protected override Task Attack(FloodPlan plan, Tally tally, CancellationToken cancel) => Many(Connections, tally, async _ =>
    {
        using var client = await RawClient.Connect(plan, handshake: true, cancel);
        while (tally.Taken < MostDrills)
        {
            tally.Try();
            var answer = tally.Tried % 2 == 0
                ? await client.Call<SeatAnswer>("PlayNow", [plan.Scenario], cancel)
                : await client.Call<SeatAnswer>("Create", [new CreateDrill(plan.Scenario, "Flood", ["Red"], null)], cancel);
            tally.Answer(answer?.Refusal);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
    }, cancel);
}
