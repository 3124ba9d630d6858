using MessagePack;

namespace OpsGame.Server.Kinds.Certificates;

/// <summary>
/// A certificate; users' browsers check the one that is served. Times are simulated. Only a look tells when it expires and which
/// name it is issued for.
/// </summary>
/// <param name="RenewedMs">When the renewal under way is done; 0: none is.</param>
[MessagePackObject]
public sealed record CertificateView(
    [property: Key("id")] string Id,
    [property: Key("renewedMs")] double RenewedMs,
    [property: Key("expired")] bool Expired);
