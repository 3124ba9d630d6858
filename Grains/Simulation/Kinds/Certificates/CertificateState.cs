using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Certificates;

/// <summary>A certificate; the one that is served users' browsers check in every handshake.</summary>
/// <param name="Covers">It is issued for the users' name for the system; no renewal changes that.</param>
/// <param name="RenewedNs">When the renewal under way is done; 0: none is.</param>
/// <param name="Expired">Its expiry has been reported.</param>
/// <param name="Chain">The root its chain ends in.</param>
[GenerateSerializer, Immutable]
public sealed record CertificateState(
    string Id, long ExpiresNs, long RenewalNs, long ValidNs, bool Covers, long RenewedNs = 0, bool Expired = false,
    CertificateChain Chain = CertificateChain.NewOnRenewal) : IComponent
{
    public static ComponentKind Kind { get; } = new("certificate", 100);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    public void AddTo(ref StateHash hash)
    {
        hash.Add(Id);
        hash.Add(ExpiresNs);
        hash.Add(RenewalNs);
        hash.Add(ValidNs);
        hash.Add(Covers);
        hash.Add(RenewedNs);
        hash.Add(Expired);
        hash.Add((int)Chain);
    }
}

/// <summary>What a certificate knows when it ticks.</summary>
/// <param name="Served">It is the one users are shown.</param>
[GenerateSerializer, Immutable]
public sealed record CertificateInput(string Id, long NowNs, ImmutableArray<Command> Commands, bool Served) : IInput;
