using OpsGame.Simulation.Commands;

namespace OpsGame.Simulation.Worlds;

/// <summary>Drives a world in a plain loop with the same rules the grains run: headless runs, replays after a crash, verification.</summary>
public static class Headless
{
    /// <summary>One whole tick.</summary>
    public static EstateFrame Step(World world, IReadOnlyList<Command> commands) => throw new NotImplementedException();
}
