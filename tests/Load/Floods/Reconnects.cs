namespace OpsGame.Load.Floods;

/// <summary>Connections that are opened, say hello and break off, as fast as it goes.</summary>
internal sealed class Reconnects : Flood
{
    private const int AtOnce = 50;

    public override string Name => "reconnect storm";

    protected override Task Attack(FloodPlan plan, Tally tally, CancellationToken cancel) => Many(AtOnce, tally, async _ =>
    {
        tally.Try();
        using var client = await RawClient.Connect(plan, handshake: true, cancel);
        tally.Answer((await client.Call<SeatAnswer>("Resume", ["not a token"], cancel))?.Refusal);
    }, cancel);
}
