using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Faults;

/// <summary>Its processes take requests and never finish them, until somebody ends them.</summary>
internal sealed class ServerHang : ServerFault
{
    public override string Id => "server-hang";

    public override int Place => 1;

    public override bool IsEndless => true;

    internal override ServerState Act(ServerState state, ServerInput input, Command command, Ruling ruling)
    {
        if (state.Lifecycle != Lifecycle.Running) return state;
        ruling.Do(new SetHung(state.Id, true));
        return state with { Hung = true };
    }

    public override IEnumerable<CauseAnswer> Answers(Command fault, ISpecs specs) => [new(FailureKind.HungBackend, fault.Target)];

    public override long CauseEndsNs(Command fault, long nowNs, ISpecs specs) => long.MaxValue;

    /// <summary>A server that is gone hangs no more.</summary>
    public override bool IsOver(string target, IEstate estate) =>
        !estate.States<ServerState>().Any(server => server.Id == target && server.Hung);
}
