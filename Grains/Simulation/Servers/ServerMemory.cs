using System.Globalization;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Servers;

/// <summary>Memory: over the limit the kernel kills the biggest application process; its supervisor starts it again.</summary>
internal static class ServerMemory
{
    public static ServerState Watch(ServerState state, ServerInput input, Ruling ruling)
    {
        foreach (var down in state.Down)
        {
            if (input.NowNs < down.UntilNs) continue;
            ruling.Do(new StartProcess(state.Id, down.Generation, down.Process));
            state = state with { Down = state.Down.Remove(down) };
        }

        if (state.MemoryShare(input.Telemetry) <= 1) return state;
        var app = input.Telemetry.Roles.FirstOrDefault(role => role.Role == Role.App);
        if (app is null || app.LeakedMiB.Length == 0) return state;
        var biggest = app.LeakedMiB.IndexOf(app.LeakedMiB.Max());
        if (app.LeakedMiB[biggest] <= 0) return state;
        ruling.Do(new KillProcess(state.Id, app.Generation, biggest));
        ruling.Say("process-killed", "app", (biggest + 1).ToString(CultureInfo.InvariantCulture));
        return state with { Down = state.Down.Add(new DownProcess(app.Generation, biggest, input.NowNs + input.Context.RestartNs)) };
    }
}
