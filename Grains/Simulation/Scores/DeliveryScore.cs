using System.Globalization;
using OpsGame.Simulation.Kinds.Rollouts;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Scores;

/// <summary>
/// The delivery part: each release, on every serving server within its window, earns its share (half of it when late). Requests
/// that failed while its rollout ran take up to half of it back: a point for every <see cref="FailuresAPoint"/>.
/// </summary>
internal sealed class DeliveryScore(Scenario scenario)
{
    private const int FailuresAPoint = 20;

    private readonly Dictionary<string, long> _deliveredNs = [];
    private readonly Dictionary<string, int> _broken = [];

    /// <summary>One simulated second.</summary>
    public void Score(IReadOnlyList<RolloutState> rollouts, IReadOnlyList<ServerState> servers, int failed, long nowNs)
    {
        foreach (var rollout in rollouts)
        {
            if (!rollout.UnderWay) continue;
            var version = rollout.Status == RolloutStatus.RollingBack ? rollout.FromVersion : rollout.Version;
            _broken[version] = _broken.GetValueOrDefault(version) + failed;
        }

        if (rollouts.Any(rollout => rollout.UnderWay)) return;
        // a dark server counts: it comes back with the version it has; one that was stopped has left the fleet, as has a group
        // that is only kept
        var kept = rollouts.Where(
            rollout => rollout is { Status: RolloutStatus.Done, Options: { Strategy: Strategy.BlueGreen, KeepsOld: true } })
            .SelectMany(rollout => rollout.Waiting).ToHashSet(StringComparer.Ordinal);
        var fleet =
            servers.Where(server => server.Lifecycle != Lifecycle.Stopped && server.TakesUsers)
            .Where(server => !kept.Contains(server.Id)).ToArray();
        foreach (var release in scenario.Releases)
        {
            if (_deliveredNs.ContainsKey(release.Version) || fleet.Length == 0) continue;
            if (Array.TrueForAll(fleet, server => server.Version == release.Version)) _deliveredNs[release.Version] = nowNs;
        }
    }

    public void AddLines(List<ScoreLine> lines)
    {
        var weight = scenario.Score.Delivery;
        if (scenario.Releases.IsEmpty)
        {
            if (weight > 0) lines.Add(new ScoreLine(ScorePart.Delivery, weight, ScoreCodes.DeliveryNone, []));
            return;
        }

        for (var index = 0; index < scenario.Releases.Length; index++)
        {
            var release = scenario.Releases[index];
            var share = weight * (index + 1) / scenario.Releases.Length - weight * index / scenario.Releases.Length;
            if (!_deliveredNs.TryGetValue(release.Version, out var at))
            {
                lines.Add(new ScoreLine(ScorePart.Delivery, 0, ScoreCodes.NotDelivered,
                    [release.Version, ServiceScore.Clock(release.FromNs), ServiceScore.Clock(release.UntilNs)]));
                continue;
            }

            var inWindow = at >= release.FromNs && at <= release.UntilNs;
            var points = inWindow ? share : share / 2;
            lines.Add(new ScoreLine(ScorePart.Delivery, points, inWindow ? ScoreCodes.Delivered : ScoreCodes.DeliveredLate,
                [release.Version, ServiceScore.Clock(at)]));
            var failures = _broken.GetValueOrDefault(release.Version);
            var lost = Math.Min(points / 2, failures / FailuresAPoint);
            if (lost > 0)
                lines.Add(new ScoreLine(ScorePart.Delivery, -lost, ScoreCodes.RolloutBroke,
                    [failures.ToString(CultureInfo.InvariantCulture), release.Version]));
        }
    }
}
