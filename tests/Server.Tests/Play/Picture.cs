using System.Text.Json;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play;

/// <summary>An estate as a client keeps it: a full frame, changed by deltas as the contract says.</summary>
internal sealed class Picture(Frame full)
{
    public Frame Now { get; private set; } = full;

    /// <summary>False: a gap, or an old frame.</summary>
    public bool Apply(Frame delta)
    {
        if (delta.Previous != Now.Tick) return false;
        Now = delta with
        {
            Racks = Merge(Now.Racks, delta.Racks, view => view.Id, delta.Gone),
            Servers = Merge(Now.Servers, delta.Servers, view => view.Id, delta.Gone),
            Balancers = Merge(Now.Balancers, delta.Balancers, view => view.Id, delta.Gone),
            Caches = Merge(Now.Caches, delta.Caches, view => view.Id, delta.Gone),
            Databases = Merge(Now.Databases, delta.Databases, view => view.Id, delta.Gone),
            Rollouts = Merge(Now.Rollouts, delta.Rollouts, view => view.Id, delta.Gone),
            Dns = Merge(Now.Dns, delta.Dns, view => view.Id, delta.Gone),
            Certificates = Merge(Now.Certificates, delta.Certificates, view => view.Id, delta.Gone),
            Scalers = Merge(Now.Scalers, delta.Scalers, view => view.Id, delta.Gone),
            Applies = Merge(Now.Applies, delta.Applies, view => view.Id, delta.Gone),
            Score = delta.Score ?? Now.Score,
            Alerts = delta.Alerts ?? Now.Alerts,
            Desk = delta.Desk ?? Now.Desk,
            Hints = delta.Hints ?? Now.Hints,
            Looks = delta.Looks ?? Now.Looks,
            Findings = Merge(Now.Findings, delta.Findings, view => view.Id, delta.Gone),
        };
        return true;
    }

    /// <summary>What a player sees of the estate, for comparing; without what belongs to one message only.</summary>
    public static string Show(Frame frame) =>
        JsonSerializer.Serialize(frame with { Full = false, Previous = 0, BehindMs = 0, Gone = [], Events = [], Traces = [] });

    private static T[] Merge<T>(T[] before, T[] changed, Func<T, string> idOf, string[] gone)
    {
        var merged = before.Where(view => !gone.Contains(idOf(view))).ToList();
        foreach (var view in changed)
        {
            var at = merged.FindIndex(each => idOf(each) == idOf(view));
            if (at < 0) merged.Add(view);
            else merged[at] = view;
        }

        return [.. merged];
    }
}
