using System.Collections.Immutable;

namespace OpsGame.Simulation.Engine;

/// <summary>Sources that are blocked: turned away at the first door that blocks them, before handshake, limit or queue.</summary>
internal sealed partial class DataPlane
{
    private void Block(string component, ImmutableArray<string> sources)
    {
        if (_serverOf.TryGetValue(component, out var server)) server.Blocked = ClassesOf(sources);
        else BalancerOf(component).Blocked = ClassesOf(sources);
    }

    /// <summary>Bit by bit the classes that come from there.</summary>
    private int ClassesOf(ImmutableArray<string> sources)
    {
        var bits = 0;
        foreach (var users in _classes)
            if (sources.Contains(users.Spec.Source)) bits |= 1 << users.Index;
        return bits;
    }

    /// <summary>What the system itself sends comes from none.</summary>
    private static bool IsBlocked(int blocked, ref Request request) =>
        (blocked >> request.Class & 1) != 0 && request is { Probe: false, Warms: Warming.None };

    /// <summary>A server looks at what comes to it from outside, at the role it comes to.</summary>
    private bool Blocks(RoleStation station, ref Request request) =>
        station.Server.Blocked != 0 && IsBlocked(station.Server.Blocked, ref request)
        && CallerServer(ref request, CallerOf(ref request, (int)station.Role)) != station.Server;
}
