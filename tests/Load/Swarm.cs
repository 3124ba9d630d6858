using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;
using OpsGame.Load.Bare;

namespace OpsGame.Load;

/// <summary>Fills drills with clients, lets them play, prints what they saw.</summary>
internal static class Swarm
{
    /// <summary>Time between two looks of one who inspects.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    public static async Task Run(LoadPlan plan, CancellationToken cancel)
    {
        var measurements = new Measurements();
        await using var crowd = new Crowd(plan, measurements);
        var laboratory = new List<PlanClient>();
        try
        {
            await crowd.Gather(cancel);
            var queued = await Queue(plan, laboratory, measurements, cancel);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            using var settled = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            var busy = Keep(plan, crowd, stop.Token);
            var churn = plan.ChurnEvery > TimeSpan.Zero ? crowd.Churn(plan.ChurnEvery, settled.Token) : Task.CompletedTask;
            await Task.Delay(plan.Warmup, cancel);
            var figures = await Figures.Measure(plan, measurements, cancel);
            await settled.CancelAsync();
            await Ended([churn]);
            Table.Print(plan, crowd, queued, measurements, figures);
            if (plan.Storm) Table.Print(await Storm.Break(crowd, measurements, cancel));
            await stop.CancelAsync();
            await Ended(busy);
            if (plan.Bare) Table.Print(figures, await BareRun.Measure(plan, crowd, measurements, cancel));
        }
        finally
        {
            foreach (var client in laboratory) await client.DisposeAsync();
        }
    }

    /// <summary>Everybody does what they are there for.</summary>
    private static List<Task> Keep(LoadPlan plan, Crowd crowd, CancellationToken cancel)
    {
        var busy = new List<Task>();
        var (players, at) = (crowd.Players.Count(), 0);
        foreach (var team in crowd.Teams)
        {
            for (var seat = 0; seat < team.Players.Count; seat++)
            {
                var (here, turn) = (seat, (double)at++ / players);
                busy.Add(Repeat(plan.CommandEvery, turn, () => team.Players[here].Act(cancel), cancel));
                if (here < plan.Inspectors) busy.Add(Repeat(LookEvery, turn, () => team.Players[here].Inspect(cancel), cancel));
            }
        }

        return busy;
    }

    /// <param name="turn">When in the interval, 0–1.</param>
    private static Task Repeat(TimeSpan every, double turn, Func<Task> act, CancellationToken cancel) =>
        Turns.Repeat(every, every * turn, () => IfSeated(act, cancel), cancel);

    /// <summary>Who has just left, or was cut off, does nothing until somebody sits there again.</summary>
    private static async Task IfSeated(Func<Task> act, CancellationToken cancel)
    {
        try
        {
            await act();
        }
        catch (Exception gone) when (!cancel.IsCancellationRequested && gone is
            InvalidOperationException or OperationCanceledException or IOException or WebSocketException or HubException)
        {
            // the next turn may find somebody
        }
    }

    private static async Task Ended(List<Task> busy)
    {
        foreach (var task in busy)
        {
            try
            {
                await task;
            }
            catch (OperationCanceledException)
            {
                // the measurement is over: this is how playing ends
            }
        }
    }

    /// <summary>Fills the strategy lab; how many plans it took.</summary>
    private static async Task<int> Queue(
        LoadPlan plan, List<PlanClient> laboratory, Measurements measurements, CancellationToken cancel)
    {
        var taken = 0;
        for (var left = plan.Plans; left > 0; left -= PlanClient.Plans)
        {
            var client = new PlanClient(plan.Url, plan.Mix[0].Scenario, measurements);
            laboratory.Add(client);
            taken += await client.Run(Math.Min(left, PlanClient.Plans), cancel);
        }

        return taken;
    }
}
