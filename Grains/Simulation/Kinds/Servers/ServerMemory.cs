using System.Globalization;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers;

/// <summary>
/// Memory. A process over its own limit is killed; over the server's memory the kernel kills the biggest process of web and
/// application, an old one first where two are alike (the database is protected, as is usual). The supervisor starts again what
/// was not replaced.
/// </summary>
internal static class ServerMemory
{
    public static ServerState Watch(ServerState state, ServerInput input, Ruling ruling)
    {
        if (state.Lifecycle is not (Lifecycle.Running or Lifecycle.Draining)) return state;
        if (state.Roles.Any(role => role.LimitMiB > 0))
        {
            foreach (var process in Processes(state, input.Telemetry).ToArray())
            {
                var limit = state.Roles.First(role => role.Role == process.Role).LimitMiB;
                if (limit > 0 && process.MiB > limit) state = Kill(state, input, process, ServerEvents.ProcessOverLimit, ruling);
            }
        }

        if (state.MemoryShare(input.Telemetry) <= 1) return state;
        var biggest = Processes(state, input.Telemetry).MaxBy(process => process.MiB);
        return biggest is null ? state : Kill(state, input, biggest, ServerEvents.ProcessKilled, ruling);
    }

    private static ServerState Kill(ServerState state, ServerInput input, Candidate process, EventCode code, Ruling ruling)
    {
        ruling.Say(code, ServerProcesses.NameOf(process.Role), (process.Process + 1).ToString(CultureInfo.InvariantCulture));
        if (!process.Replaced) return ServerProcesses.Strike(state, input, process.Generation, process.Process, ruling);
        ruling.Do(new KillProcess(state.Id, process.Generation, process.Process));
        return state;
    }

    /// <summary>Processes of old generations first.</summary>
    private static IEnumerable<Candidate> Processes(ServerState state, ServerTelemetry telemetry)
    {
        foreach (var other in telemetry.Others)
        {
            for (var process = 0; process < other.ProcessMiB.Length; process++)
                if (other.ProcessMiB[process] > 0)
                    yield return new Candidate(other.Role, other.Number, process, other.ProcessMiB[process], other.Retired);
        }

        foreach (var running in telemetry.Roles)
        {
            if (running.Role == Role.Db) continue;
            var each = state.Roles.First(role => role.Role == running.Role).EachMiB;
            for (var process = 0; process < running.LeakedMiB.Length; process++)
            {
                if (!ServerProcesses.IsDown(state, running.Generation, process))
                    yield return new Candidate(
                        running.Role, running.Generation, process, each + running.LeakedMiB[process], false);
            }
        }
    }

    private sealed record Candidate(Role Role, int Generation, int Process, double MiB, bool Replaced);
}
