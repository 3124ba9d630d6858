namespace OpsGame.Load.Floods;

/// <summary>Commands for one seat over many connections.</summary>
internal sealed class Commands : Flood
{
    private const int Connections = 20;

    public override string Name => "commands on one seat";

    protected override async Task Attack(FloodPlan plan, Tally tally, CancellationToken cancel)
    {
        using var player = await RawClient.Connect(plan, handshake: true, cancel);
        if (await Seating.Sit(player, tally, "PlayNow", plan.Scenario, cancel) is not { } seat) return;
        await Many(Connections, tally, async _ =>
        {
            using var client = await RawClient.Connect(plan, handshake: true, cancel);
            await client.Call<SeatAnswer>("Resume", [seat.Token], cancel);
            while (true)
            {
                tally.Try();
                var (id, args) = (Guid.NewGuid().ToString("n"), new Dictionary<string, string> { ["algorithm"] = "round-robin" });
                var command = new CommandRequest(id, "set-algorithm", "balancer", args);
                tally.Answer((await client.Call<Receipt>("Command", [command], cancel))?.Refusal);
            }
        }, cancel);
    }
}
