namespace OpsGame.Load.Floods;

/// <summary>Codes of drills guessed as fast as it goes.</summary>
internal sealed class Guesses : Flood
{
    private const int Connections = 50;

    public override string Name => "join-code guesses";

    protected override Task Attack(FloodPlan plan, Tally tally, CancellationToken cancel) => Many(Connections, tally, async _ =>
    {
        using var client = await RawClient.Connect(plan, handshake: true, cancel);
        while (true)
        {
            tally.Try();
            var guess = Guid.NewGuid().ToString("n")[..6].ToUpperInvariant();
            tally.Answer((await client.Call<SeatAnswer>("FindDrill", [guess], cancel))?.Refusal);
        }
    }, cancel);
}
