using OpsGame.Simulation.Engine.Watching;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>A server logs what comes to it from outside, at the role it comes to.</summary>
internal sealed class ServerLog(Kernel kernel, WatchStation watch, Fleet fleet)
{
    public void Write(int slot, RoleNode role, long sinceNs, Cause cause)
    {
        ref var request = ref kernel.Pool[slot];
        var (log, server) = (watch.Accesses!, role.Server);
        if (request.Probe || role.Role == Role.Db || !log.Reads(server.Id)) return;
        if (role.Role == Role.App && fleet.ServerCalling(ref request, role.Role) == server) return;
        var worker = log.WorkerOf(slot, request.Life);
        log.Write(server.Id, new AccessWatch.Entry(
            kernel.Now, request.Class, request.Write, WatchStation.Seen(ref request, cause), kernel.Now - sinceNs,
            worker is null ? "" : worker.ServerId == server.Id ? PortName(worker.Port) : worker.ServerId,
            worker?.VersionName ?? ""));
    }

    private static string PortName(int port) => FormattableString.Invariant($":{PortState.NumberOf(port)}");
}
