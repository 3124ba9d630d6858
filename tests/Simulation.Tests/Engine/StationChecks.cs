using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Tests.Engine;

/// <summary>
/// What theory says of one station or a few, as functions of a run: the same check passes the engine and fails a wrong one.
/// Tolerances of the design: means 3 %, 99th percentiles 5 %. Times in milliseconds.
/// </summary>
internal static class StationChecks
{
    private const double OfMean = 0.03;
    private const double OfP99 = 0.05;

    /// <summary>Poisson arrivals, exponential work, c cores, one queue.</summary>
    public static Check Queue(BatchMeans run, string id, int servers, double rate, double workMs)
    {
        var (work, load) = (1000 / workMs, rate * workMs / 1000 / servers);
        var wait = 1000 * Formulas.ErlangC(servers, rate / work) / (servers * work - rate);
        return new Check(run)
            .Exactly("mean wait", wait, OfMean, report => report.Station(id).Wait.MeanMs)
            .Exactly("mean sojourn", wait + workMs, OfMean, report => report.Station(id).Sojourn.MeanMs)
            .Exactly("p99 of sojourn", 1000 * Formulas.Quantile(time => Formulas.SojournTail(servers, rate, work, time), 0.99),
                OfP99,
                report => report.Station(id).Sojourn.P99Ms)
            .Exactly("utilisation", load, 0.01, report => report.Station(id).Utilisation)
            .Exactly("waiting", rate * wait / 1000, OfMean, report => report.Station(id).QueueMean)
            .Little();
    }

    /// <summary>N threads think on cores of their own, then need the one lock: completed a second.</summary>
    public static Check Repairman(BatchMeans run, string id, double seconds, int machines, double thinkMs, double lockMs) =>
        new Check(run)
        .Exactly("throughput", Formulas.Repairs(machines, thinkMs / 1000, lockMs / 1000), OfMean,
            report => report.Station(id).Completed / seconds)
        .Little();

    /// <summary>Equal servers behind a balancer that deals in turn.</summary>
    public static Check DealtInTurn(BatchMeans run, int servers, double load, double workMs)
    {
        var mean = workMs * Formulas.DealtInTurn(servers, servers * load, 1);
        return Exponential(run, "balancer", mean);
    }

    /// <summary>Equal servers behind a balancer that draws: each is M/M/1.</summary>
    public static Check Drawn(BatchMeans run, double load, double workMs) => Exponential(run, "balancer", workMs / (1 - load));

    /// <summary>
    /// Equal servers (1 ms) behind a balancer that looks at some of them, or at all, and takes the shortest queue.
    /// </summary>
    public static Check Looking(BatchMeans run, int servers, int choices, double load) => new Check(run)
        .Exactly("mean sojourn", ShortestQueue.MeanSojourn(servers, choices, load, servers == 2 ? 60 : 30), OfMean,
            report => report.Station("balancer").Sojourn.MeanMs)
        .Little();

    /// <summary>
    /// Two M/M/1 in a row: sojourns are independent, means add, 99th percentiles do not (Jackson 1957, Reich 1957).
    /// </summary>
    public static Check Tandem(BatchMeans run, string whole, string second, double firstMs, double secondMs) => new Check(run)
        .Exactly("mean of the second", secondMs, OfMean, report => report.Station(second).Sojourn.MeanMs)
        .Exactly("mean of both", firstMs + secondMs, OfMean, report => report.Station(whole).Sojourn.MeanMs)
        .Exactly("p99 of both", Formulas.Quantile(time => Formulas.SumTail(firstMs, secondMs, time), 0.99), OfP99,
            report => report.Station(whole).Sojourn.P99Ms)
        .Little();

    /// <summary>Exponential sojourns of a known mean.</summary>
    public static Check Exponential(BatchMeans run, string id, double meanMs) => new Check(run)
        .Exactly("mean sojourn", meanMs, OfMean, report => report.Station(id).Sojourn.MeanMs)
        .Exactly("p99 of sojourn", meanMs * Math.Log(100), OfP99, report => report.Station(id).Sojourn.P99Ms)
        .Little();

    public static double LostShare(this StationReport station, Cause cause) =>
        station.Lost.GetValueOrDefault(cause) / (double)station.Arrived;

    public static double FailedShare(this ClassReport users, Cause cause) =>
        users.Failed.GetValueOrDefault(cause) / (double)users.Offered;
}
