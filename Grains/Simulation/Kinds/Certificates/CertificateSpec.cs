namespace OpsGame.Simulation.Kinds.Certificates;

/// <summary>What the users' browsers check in every handshake.</summary>
/// <param name="ExpiresNs">From then on they refuse it.</param>
/// <param name="RenewalNs">How long getting and installing a new one takes; default 30 s.</param>
/// <param name="ValidNs">How long a new one is good; default 90 days (Let's Encrypt).</param>
/// <param name="Covers">It is issued for the users' name for the system; otherwise they refuse it, renewed or not.</param>
public sealed record CertificateSpec(string Id, long ExpiresNs, long RenewalNs, long ValidNs, bool Covers = true);
