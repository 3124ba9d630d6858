using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>How many processes a role has and how many threads each of them; a graceful reload brings it about.</summary>
internal sealed class ChangeThreads : ServerSetting
{
    public override string Id => "change-threads";

    public override int Place => 9;

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        ServerProcesses.WhichRole, Parameter.Count("processes", 1, Limits.Processes, "2"),
        Parameter.Count("threads", 1, Limits.Threads, "16"),
    ];

    public override long TakesNs(ISpecs specs) => specs.Spec<OperationsSpec>()!.ReloadNs;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (ServerProcesses.RefuseReload(state, input, command, ruling, out var role)) return state;
        var next = role with { Processes = command.Number("processes"), Threads = command.Number("threads") };
        if (!RoleSpec.Fits(next.EachMiB, next.LimitMiB))
        {
            ruling.Refuse(command, ServerRefusals.MemoryLimitShort, Show(next.EachMiB), Show(next.LimitMiB));
            return state;
        }

        var others = state.Roles.Where(other => other.Role != next.Role);
        var memory = next.MemoryMiB + others.Sum(other => (ServerProcesses.Next(state, other.Role) ?? other).MemoryMiB);
        if (memory > state.Size.MemoryMiB)
        {
            ruling.Refuse(command, ServerRefusals.MemoryShort, Show(memory), Show(state.Size.MemoryMiB));
            return state;
        }

        ruling.Done(
            command, ServerEvents.ThreadsChanging, command.Text("role"), command.Text("processes"), command.Text("threads"));
        return ServerProcesses.Reload(state, input, next, shutdownNs: 0);
    }

    private protected override bool Applies(ServerState state, IEstate estate) => state.Answers;

    /// <summary>Of the role asked for, else of the first one; what is about to be reloaded counts.</summary>
    private protected override Args? Present(ServerState state, Command command)
    {
        var roles = state.Roles.Where(role => role.Role != Role.Db)
            .Select(role => ServerProcesses.Next(state, role.Role) ?? role).ToArray();
        var of = Array.Find(roles, role => Name(role.Role) == command.TextOr("role", "app")) ?? roles.FirstOrDefault();
        return of is null ? null : Of(("role", Name(of.Role)), ("processes", Show(of.Processes)), ("threads", Show(of.Threads)));
    }
}
