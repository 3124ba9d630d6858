using System.Collections.Immutable;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Sources;

/// <summary>Whose requests a balancer or a server turns away at once, the good ones among them too.</summary>
internal static class SourceRules
{
    public static ImmutableArray<string> Carry(string component, ImmutableArray<string> blocked, Command command, Ruling ruling)
    {
        var source = command.Text("source");
        var blocks = command.Action == Actions.BlockSource;
        if (blocked.Contains(source) == blocks)
        {
            ruling.Refuse(command, blocks ? "source-blocked" : "source-not-blocked", source);
            return blocked;
        }

        blocked = blocks ? blocked.Add(source) : blocked.Remove(source);
        ruling.Do(new SetBlocked(component, blocked));
        ruling.Carry(command, blocks ? "source-block-set" : "source-block-lifted", source);
        return blocked;
    }
}
