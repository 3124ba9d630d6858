using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Racks.Choices;

/// <summary>Where a server may be put: offered with power and a free unit.</summary>
internal sealed class AnyRack : ChoiceSource
{
    public override ParameterKind Kind => ServerParameters.Rack;

    public override IEnumerable<string> Known(IEstate estate) =>
        estate.States<RackState>().Select(rack => rack.Id);

    public override IEnumerable<string> Offered(IEstate estate) => estate.States<RackState>()
        .Where(rack => rack.Powered && rack.Units.Contains("")).Select(rack => rack.Id);

    public override Refusal Unknown(string value, string known) => Refusal.Of(RackRefusals.Unknown, value);
}
