using OpsGame.Simulation.Chance;

namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>
/// When a balancer tries another target for a request that failed at one (HAProxy's retries and redispatch, nginx's
/// proxy_next_upstream, Envoy's retry policy). By default never.
/// </summary>
/// <param name="Attempts">All tries of a request, 1 (no retry) – 10; each target is tried once.</param>
/// <param name="Refused">After a connection that was refused.</param>
/// <param name="ConnectTimeout">After a target that did not answer at all.</param>
/// <param name="Reset">After a connection that was lost before the answer.</param>
/// <param name="ResponseTimeout">After an answer that did not come in time; the target goes on working for it.</param>
/// <param name="Errors">After an answer of 5xx.</param>
/// <param name="Writes">Requests that change something, too, where a target may have begun them. They are always tried again when
/// there was no connection: nothing was sent.</param>
/// <param name="Redispatch">At the next target; otherwise at the same one, after a second or the connect timeout if that is less
/// (HAProxy without option redispatch).</param>
/// <param name="Budget">Retries may be at most this share of requests, 0.01–1, and ten at once; 0: any number.</param>
[GenerateSerializer, Immutable]
public sealed record RetryPolicy(
    int Attempts, bool Refused, bool ConnectTimeout, bool Reset, bool ResponseTimeout, bool Errors, bool Writes, bool Redispatch,
    double Budget)
{
    /// <summary>One attempt; with more, as nginx does it: after errors and timeouts, not after answers.</summary>
    public static readonly RetryPolicy None = new(1, true, true, true, true, false, false, true, 0);

    /// <summary>Hashes every field: equal hashes mean equal states.</summary>
    internal void AddTo(ref StateHash hash)
    {
        hash.Add(Attempts);
        hash.Add(Refused);
        hash.Add(ConnectTimeout);
        hash.Add(Reset);
        hash.Add(ResponseTimeout);
        hash.Add(Errors);
        hash.Add(Writes);
        hash.Add(Redispatch);
        hash.Add(Budget);
    }
}
