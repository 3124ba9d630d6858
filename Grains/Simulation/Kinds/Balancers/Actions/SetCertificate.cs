using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Ticks;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Balancers.Actions;

/// <summary>
/// What its listener shows in new handshakes. Connections that are open have checked the one before, and go on.
/// </summary>
internal sealed class SetCertificate : BalancerSetting
{
    public override string Id => "set-certificate";

    public override int Place => 15;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Id("certificate", CertificateParameters.Certificate)
            .Where<BalancerState>((state, certificate) => certificate != state.Certificate),
    ];

    internal override BalancerState Act(BalancerState state, BalancerInput input, Command command, Ruling ruling)
    {
        var id = command.Text("certificate");
        if (!input.ShakesHands || state.Certificate == id)
        {
            ruling.Refuse(command, input.ShakesHands ? BalancerRefusals.CertificateServed : BalancerRefusals.NoHandshakes, id);
            return state;
        }

        // the estate has looked whether there is one
        var certificate = input.Certificates.First(each => each.Id == id);
        ruling.Do(new Certificates.SetCertificate(id, certificate.ExpiresNs, certificate.Covers,
            certificate.Chain == CertificateChain.New));
        ruling.Done(command, BalancerEvents.CertificateSet, id);
        return state with { Certificate = id };
    }

    private protected override bool Applies(BalancerState state, IEstate estate) =>
        state.Certificate.Length > 0 && estate.States<CertificateState>().Length > 1;

    private protected override Args? Present(BalancerState state, Command command) =>
        state.Certificate.Length > 0 ? Arguments.Of(("certificate", state.Certificate)) : null;
}
