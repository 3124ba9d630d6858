using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Servers.Choices;

/// <summary>One of those that stand there now.</summary>
internal sealed class AnyServer : ChoiceSource
{
    public override ParameterKind Kind => ServerParameters.Server;

    public override IEnumerable<string> Known(IEstate estate) =>
        estate.States<ServerState>().Select(server => server.Id);

    public override Refusal Unknown(string value, string known) => Refusal.Of(ServerRefusals.Unknown, value);
}
