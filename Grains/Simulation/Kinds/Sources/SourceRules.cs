using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Sources;

/// <summary>Sources whose requests a balancer or a server rejects at once, legitimate ones too.</summary>
internal static class SourceRules
{
    public const string Block = "block-source";

    public const string Unblock = "unblock-source";

    /// <summary>What is blocked can be let in again, and the other way round.</summary>
    public static ImmutableArray<ParameterSpec> Parameters<TState>(bool blocks, Func<TState, ImmutableArray<string>> blocked)
        where TState : class =>
    [
        Parameter.Id("source", UsersParameters.Source)
            .Where<TState>((state, source) => blocked(state).Contains(source) != blocks),
    ];

    public static ImmutableArray<string> Act(string component, ImmutableArray<string> blocked, Command command, Ruling ruling)
    {
        var source = command.Text("source");
        var blocks = command.Action == Block;
        if (blocked.Contains(source) == blocks)
        {
            ruling.Refuse(command, blocks ? SourceRefusals.Blocked : SourceRefusals.NotBlocked, source);
            return blocked;
        }

        blocked = blocks ? blocked.Add(source) : blocked.Remove(source);
        ruling.Do(new SetBlocked(component, blocked));
        ruling.Done(command, blocks ? SourceEvents.BlockSet : SourceEvents.BlockLifted, source);
        return blocked;
    }

    /// <summary>Worth a form: where all users come from one source there is nothing to tell apart.</summary>
    public static bool MayBlock(ImmutableArray<string> blocked, ISpecs specs)
    {
        var users = specs.Specs<ClassSpec>();
        foreach (var each in users)
            if (each.Source != users[0].Source) return blocked.Length < users.Select(any => any.Source).Distinct().Count();
        return false;
    }
}
