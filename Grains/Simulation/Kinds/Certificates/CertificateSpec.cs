namespace OpsGame.Simulation.Kinds.Certificates;

/// <summary>What the users' browsers check in every handshake.</summary>
/// <param name="ExpiresNs">From then on they refuse it.</param>
/// <param name="RenewalNs">How long getting and installing a new one takes; default 30 s.</param>
/// <param name="ValidNs">How long a new one is good; default 90 days (Let's Encrypt).</param>
/// <param name="Covers">It is issued for the users' name for the system; otherwise they refuse it, renewed or not.</param>
/// <param name="Chain">The root its chain ends in, which browsers with an old trust store may not know.</param>
public sealed record CertificateSpec(
    string Id, long ExpiresNs, long RenewalNs, long ValidNs, bool Covers = true,
    CertificateChain Chain = CertificateChain.NewOnRenewal);

public enum CertificateChain
{
    /// <summary>A root of old, and the next one's is too.</summary>
    Old,

    /// <summary>A root of old; whoever issues it has a new one by now, so a renewal changes it.</summary>
    NewOnRenewal,

    /// <summary>A new root.</summary>
    New,
}
