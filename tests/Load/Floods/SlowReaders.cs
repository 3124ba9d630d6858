namespace OpsGame.Load.Floods;

/// <summary>Observers of a drill at its highest speed who read a fraction of what they are sent, but steadily.</summary>
internal sealed class SlowReaders : Flood
{
    /// <summary>As many as a drill has room for, but for its instructor.</summary>
    private const int Readers = 99;

    private const int SipBytes = 1024;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    public override string Name => "slow readers";

    protected override async Task Attack(FloodPlan plan, Tally tally, CancellationToken cancel)
    {
        using var instructor = await RawClient.Connect(plan, handshake: true, cancel);
        var drill = new CreateDrill(plan.Scenario, "Flood", ["Red"], null);
        if (await Seating.Sit(instructor, tally, "Create", drill, cancel) is not { } seat) return;
        await instructor.Call<Refusal>("Speed", [8.0], cancel);
        await instructor.Call<Refusal>("Start", [], cancel);
        await Many(Readers, tally, async number =>
        {
            tally.Try();
            using var reader = await RawClient.Connect(plan, handshake: true, cancel);
            var name = $"Reader {number} {Guid.NewGuid().ToString("n")[..6]}";
            var join = new JoinDrill(seat.Code, name, seat.Room.Teams[0].Id, "observer");
            var answer = await reader.Call<SeatAnswer>("Join", [join], cancel);
            tally.Answer(answer?.Refusal);
            if (answer?.Seat is null) await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            else while (await reader.Sip(SipBytes, cancel)) await Task.Delay(Between, cancel);
        }, cancel);
    }
}
