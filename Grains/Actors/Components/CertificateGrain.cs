using OpsGame.Simulation.Kinds.Certificates;
using Orleans.Placement;

namespace OpsGame.Grains.Components;

/// <summary>The certificate users' browsers check: its expiry and its renewal.</summary>
public interface ICertificateGrain : IComponentGrain<CertificateState, CertificateInput>;

[PreferLocalPlacement]
public sealed class CertificateGrain()
    : ComponentGrain<CertificateState, CertificateInput>(CertificateRules.Tick), ICertificateGrain;
