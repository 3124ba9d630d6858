using System.Collections.Immutable;
using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Kinds.Servers;

public enum PortStage
{
    Empty,

    /// <summary>The version's files are being put there.</summary>
    Installing,

    /// <summary>Its processes are there, but not ready.</summary>
    Starting,

    /// <summary>Ready to serve; requests go to the other port.</summary>
    Ready,
    Serving,

    /// <summary>Takes nothing new; its processes finish what they hold.</summary>
    Stopping,
}

/// <summary>A port for an application on a server: what listens there.</summary>
/// <param name="Number">As people know it: 8001, 8002.</param>
/// <param name="EndsNs">When Installing or Starting ends; 0 otherwise.</param>
/// <param name="Role">The shape of its processes; null while it is empty.</param>
[GenerateSerializer, Immutable]
public sealed record PortState(int Number, PortStage Stage, string Version, long EndsNs, RoleState? Role)
{
    /// <summary>One to serve, one for what comes next.</summary>
    internal const int Count = 2;

    private const int FirstNumber = 8001;

    internal static ImmutableArray<PortState> Of(ImmutableArray<RoleState> roles, string version) =>
        roles.FirstOrDefault(role => role.Role == Roles.Role.App) is { } app
            ? [new PortState(FirstNumber, PortStage.Serving, version, 0, app), Empty(FirstNumber + 1)]
            : [];

    /// <summary>What serves is of a shape and a version.</summary>
    internal static ImmutableArray<PortState> Serve(
        ImmutableArray<PortState> ports, ImmutableArray<RoleState> roles, string version) =>
        [.. ports.Select(port => port.Stage == PortStage.Serving
            ? port with { Version = version, Role = roles.First(role => role.Role == Roles.Role.App) }
            : port)];

    /// <summary>All but the serving one are empty.</summary>
    internal static ImmutableArray<PortState> Only(ImmutableArray<PortState> ports) =>
        [.. ports.Select(port => port.Stage == PortStage.Serving ? port : Empty(port.Number))];

    internal static int NumberOf(int port) => FirstNumber + port;

    internal static PortState Empty(int number) => new(number, PortStage.Empty, "", 0, null);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Number);
        hash.Add((long)Stage);
        hash.Add(Version);
        hash.Add(EndsNs);
        hash.Add(Role is not null);
        Role?.AddTo(ref hash);
    }
}

/// <summary>The web role will hand requests on to a port at EndsNs.</summary>
/// <param name="Port">Its index.</param>
[GenerateSerializer, Immutable]
public sealed record PortSwitch(int Port, bool Restarts, long EndsNs, long ShutdownNs)
{
    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Port);
        hash.Add(Restarts);
        hash.Add(EndsNs);
        hash.Add(ShutdownNs);
    }
}
