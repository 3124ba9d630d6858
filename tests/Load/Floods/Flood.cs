using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;

namespace OpsGame.Load.Floods;

/// <summary>One way to trouble a server.</summary>
internal abstract class Flood
{
    /// <summary>Before somebody whom the server threw out comes again.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    public abstract string Name { get; }

    /// <summary>Until it is cancelled, or there is nothing left to try.</summary>
    public Task Run(FloodPlan plan, Tally tally, CancellationToken cancel) =>
        Once(() => Attack(plan, tally, cancel), tally, cancel);

    protected abstract Task Attack(FloodPlan plan, Tally tally, CancellationToken cancel);

    /// <summary>So many at once; each begins again when the server ends it.</summary>
    protected static Task Many(int count, Tally tally, Func<int, Task> attack, CancellationToken cancel) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(
            async () =>
            {
                while (!cancel.IsCancellationRequested) await Once(() => attack(number), tally, cancel);
            }, CancellationToken.None)));

    private static async Task Once(Func<Task> attack, Tally tally, CancellationToken cancel)
    {
        try
        {
            await attack();
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The time of this flood is over.
        }
        catch (Exception ended) when (
            ended is WebSocketException or SocketException or HttpRequestException or IOException or HubException
                or OperationCanceledException)
        {
            // That is what it is here to count.
            tally.Close();
            await Task.Delay(Breath, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
