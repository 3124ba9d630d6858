using System.Collections.Immutable;
using OpsGame.Simulation.Commands;

namespace OpsGame.Simulation.Certificates;

/// <summary>The certificate users' browsers check in every handshake.</summary>
/// <param name="RenewedNs">When the renewal under way is done; 0: none is.</param>
/// <param name="Expired">It has been told.</param>
[GenerateSerializer, Immutable]
public sealed record CertificateState(
    string Id, long ExpiresNs, long RenewalNs, long ValidNs, long RenewedNs = 0, bool Expired = false);

/// <summary>What a certificate knows when it ticks.</summary>
[GenerateSerializer, Immutable]
public sealed record CertificateInput(string Id, long NowNs, ImmutableArray<Command> Commands);
