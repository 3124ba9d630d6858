namespace OpsGame.Load.Floods;

/// <summary>What a flood needs of a drill before it can begin.</summary>
internal static class Seating
{
    /// <summary>Null: it was refused, and that is counted.</summary>
    public static async Task<Seat?> Sit(RawClient client, Tally tally, string method, object request, CancellationToken cancel)
    {
        var answer = await client.Call<SeatAnswer>(method, [request], cancel);
        if (answer?.Seat is { } seat) return seat;
        tally.Try();
        tally.Answer(answer?.Refusal);
        return null;
    }
}
