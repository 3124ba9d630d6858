using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Certificates;

/// <summary>Handshakes from now on use a certificate that is good until then.</summary>
/// <param name="Covers">It is issued for the users' name for the system.</param>
/// <param name="NewChain">Browsers with an old trust store do not know its root.</param>
[GenerateSerializer, Immutable]
public sealed record SetCertificate(string Certificate, long ExpiresNs, bool Covers, bool NewChain = false) : Directive;
