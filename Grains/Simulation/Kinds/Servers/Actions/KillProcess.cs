using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>A process ends with what it holds; its supervisor starts it again after the restart time.</summary>
internal sealed class KillProcess : ServerAction
{
    public override string Id => "kill-process";

    public override int Place => 11;

    public override ActionTopic Topic => ActionTopic.Run;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [ServerProcesses.WhichRole, ServerProcesses.WhichProcess];

    public override long TakesNs(ISpecs specs) => specs.Spec<OperationsSpec>()!.RestartNs;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        var (role, process) = ServerProcesses.WhichOf(command);
        if (ServerProcesses.WhyNotKill(state, input, role, process, out var generation) is { } refusal)
        {
            ruling.Refuse(command, refusal, ServerProcesses.NameOf(role), Arguments.Show(process + 1));
            return state;
        }

        ruling.Done(command, ServerEvents.ProcessKilling, ServerProcesses.NameOf(role), Arguments.Show(process + 1));
        return ServerProcesses.Strike(state, input, generation, process, ruling);
    }

    private protected override bool Applies(ServerState state, IEstate estate) => state.Answers;
}
