using System.Collections.Immutable;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Servers.Actions;

/// <summary>
/// Whom a free thread takes from the queue of its role: who came first, or who came last. Under overload the newest still has
/// time to be answered, while the oldest has waited so long that it soon gives up.
/// </summary>
internal sealed class SetQueueDiscipline : ServerSetting
{
    private const string Fifo = "fifo";
    private const string Lifo = "lifo";

    public override string Id => "set-queue-discipline";

    public override int Place => 22;

    public override ActionTopic Topic => ActionTopic.Protect;

    public override ImmutableArray<ParameterSpec> Parameters { get; } = [Parameter.Choice("discipline", Lifo, Fifo, Lifo)];

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (!state.Answers)
        {
            ruling.Refuse(command, ServerRefusals.RoleMissing, "app");
            return state;
        }

        var lifo = command.Text("discipline") == Lifo;
        ruling.Done(command, lifo ? ServerEvents.QueueLifo : ServerEvents.QueueFifo);
        if (lifo != state.Lifo) ruling.Do(new SetLifo(state.Id, lifo));
        return state with { Lifo = lifo };
    }

    private protected override bool Applies(ServerState state, IEstate estate) => state.Answers;

    private protected override Args? Present(ServerState state, Command command) =>
        state.Answers ? Arguments.Of(("discipline", state.Lifo ? Lifo : Fifo)) : null;
}
