using System.Diagnostics;

namespace OpsGame.Load;

/// <summary>All clients are cut off at once, and come back at once.</summary>
internal static class Storm
{
    /// <summary>Who is not let in tries again after this.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Late ticks are seen for some seconds more.</summary>
    private static readonly TimeSpan After = TimeSpan.FromSeconds(5);

    public static async Task<StormReport> Break(Crowd crowd, Measurements measurements, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        PlayerClient[] clients = [.. crowd.Seated];
        measurements.Restart();
        measurements.Counting = true;
        var attempts = 0;
        await Task.WhenAll(clients.Select(client => client.BreakOff(patience.Token)));
        var clock = Stopwatch.StartNew();
        var seconds = await Task.WhenAll(clients.Select(async client =>
        {
            while (true)
            {
                Interlocked.Increment(ref attempts);
                if (await client.ComesBack(patience.Token)) return clock.Elapsed.TotalSeconds;
                await Task.Delay(Again, patience.Token);
            }
        }));
        await Task.Delay(After, cancel);
        measurements.Counting = false;
        return new StormReport(
            clients.Length, seconds.Min(), seconds.Max(), attempts, measurements.Late(), measurements.BehindMsMax);
    }
}

/// <param name="Attempts">Of all clients together, to take their seats again.</param>
/// <param name="Late">Of frames at clients, those of the silence included.</param>
/// <param name="BehindMsMax">What the server itself said of its clocks.</param>
internal sealed record StormReport(
    int Clients, double FirstSeconds, double LastSeconds, int Attempts, Spread Late, double BehindMsMax);
