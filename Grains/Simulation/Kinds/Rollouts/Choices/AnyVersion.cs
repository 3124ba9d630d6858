using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Rollouts.Choices;

/// <summary>A release, or what a server runs from the start. Which of them can be had, its component says.</summary>
internal sealed class AnyVersion : ChoiceSource
{
    public override ParameterKind Kind => ServerParameters.Version;

    public override IEnumerable<string> Known(IEstate estate) =>
        estate.Specs<ReleaseSpec>().Select(release => release.Version)
            .Concat(estate.Specs<ServerSpec>().Select(server => server.Version))
            .Where(version => version.Length > 0).Distinct();

    public override Refusal? Unknown(string value, string known) => null;
}
