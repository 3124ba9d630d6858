using OpsGame.Simulation.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Time;

namespace OpsGame.Grains.Components;

/// <summary>Takes a frame apart: what it says about each component, for the component's own memory.</summary>
public static class Observations
{
    public static void Tell(EstateFrame frame, IOnlooker onlooker)
    {
        if (frame.Tick % Nanoseconds.TicksPerSecond == 0)
            foreach (var kind in KindTable.All)
                foreach (var (id, readings) in kind.Readings(frame.Columns)) onlooker.Sees(id, frame.NowNs, readings);
        foreach (var happened in frame.Events)
            if (happened.Component.Length > 0) onlooker.Hears(happened);
    }
}
