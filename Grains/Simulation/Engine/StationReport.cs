using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>A place where requests wait and are worked on.</summary>
/// <param name="Id">The component, or component/role.</param>
/// <param name="Started">Requests whose work began.</param>
/// <param name="Lost">Refused at the door or lost inside, by cause.</param>
/// <param name="Wait">From coming to the begin of work, of completed requests.</param>
/// <param name="Sojourn">From coming to leaving, of completed requests.</param>
/// <param name="Utilisation">Share of its cores (cache, balancer: 0) that worked for it.</param>
/// <param name="QueueMean">Requests waiting for their work to begin, mean over time.</param>
/// <param name="LittleResidual">(L − λW)/L: 0 up to what is still inside at the edges.</param>
public sealed record StationReport(
    string Id,
    long Arrived,
    long Started,
    long Completed,
    ImmutableSortedDictionary<Cause, long> Lost,
    QuantileReport Wait,
    QuantileReport Sojourn,
    double Utilisation,
    double QueueMean,
    int QueueMax,
    double LittleResidual);
