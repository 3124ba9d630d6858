using OpsGame.Simulation;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Server.Commands;

/// <summary>Gives a script's commands to a world when their time has come, checked as the estate of a live drill checks them.</summary>
internal sealed class Prompter(CommandScript script)
{
    private readonly Dictionary<string, ScriptedCommand> _given = new(StringComparer.Ordinal);
    private readonly List<RefusedCommand> _refused = [];
    private int _next;

    public ScriptOutcome Outcome => new(_next, [.. _refused]);

    /// <summary>The commands of the tick that begins now; what is more than a tick takes waits for the next.</summary>
    public List<Command> Due(World world)
    {
        var due = new List<Command>();
        for (; _next < script.Commands.Length && script.Commands[_next].AtNs <= world.NowNs; _next++)
        {
            if (due.Count == Limits.CommandsPerTick) break;
            var scripted = script.Commands[_next];
            if (world.Check(scripted.Command) is { } refusal)
            {
                _refused.Add(new RefusedCommand(scripted, world.NowNs, refusal));
                continue;
            }

            _given.Add(scripted.Command.Id, scripted);
            due.Add(scripted.Command);
        }

        return due;
    }

    /// <summary>Notes what components refused.</summary>
    public void Hear(EstateFrame frame)
    {
        foreach (var told in frame.Events)
            if (told.Kind == EventKind.Refused && _given.Remove(told.Command, out var scripted))
                _refused.Add(new RefusedCommand(scripted, told.AtNs, new Refusal(told.Code, told.Args)));
    }
}
