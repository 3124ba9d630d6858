using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Queues;

/// <summary>A queue's rule: it is what people make it, and its disk may be full.</summary>
public static class QueueRules
{
    private static readonly ActionSet<QueueState, QueueInput> Actions = new();

    public static Outcome<QueueState> Tick(QueueState state, QueueInput input)
    {
        var (ruling, before) = (new Ruling(state.Id, input.NowNs), state);
        if (state.FullEndsNs > 0 && input.NowNs >= state.FullEndsNs)
        {
            state = state with { FullEndsNs = 0 };
            ruling.Say(QueueEvents.HasRoom);
        }

        foreach (var command in input.Commands) state = Actions.Take(state, input, command, ruling);
        if (state != before)
            ruling.Do(new SetQueue(state.Paused, state.VisibilityNs, state.Batch, state.FullEndsNs > 0));
        return ruling.With(state);
    }
}
