using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine;

/// <summary>
/// A request class: requests (not attempts) offered, answered within and after their target, failed by the last attempt's cause.
/// </summary>
/// <param name="Latency">Of answered requests, from the first attempt's sending to the answer.</param>
public sealed record ClassReport(
    string Id, long Offered, long Answered, long Within, long Late, ImmutableSortedDictionary<Cause, long> Failed,
    QuantileReport Latency);
