namespace OpsGame.Server.Tests.Scenarios;

/// <summary>A small scenario that is right, for tests that make one thing wrong in it.</summary>
internal static class Example
{
    public const string Text =
        """
        id: example
        duration: 10m
        network: {internet: 10ms, same-rack: 200us}
        classes:
          - id: browse
            rate: 40/s
            target: 250ms
            patience: 5s
            retry: {attempts: 2, backoff: 500ms, jitter: 0.5}
            cached: true
            keys: 1000
            work: {web: fixed(1ms), app: exp(8ms), db: "lognormal(3ms, scv 4)"}
          - id: order
            rate: 2.5/s
            target: 1s
            patience: endless
            writes: 1
            keys: 50
            work: {web: fixed(1ms), app: "uniform(1ms, 9ms)", db: exp(4ms)}
        traffic:
          - {at: 0s, factor: 1}
          - {at: 4m, factor: 2.5}
        sizes:
          - {id: small, cores: 2, memory: 4GiB, price: $0.10/h}
        racks:
          - {id: rack-1, units: 4}
        servers:
          - id: server-1
            rack: rack-1
            size: small
            roles:
              web: {processes: 1, threads: 32, queue: 64, process-memory: 50MiB, thread-memory: 1MiB}
              app: {processes: 2, threads: 16, queue: 100}
          - id: server-2
            rack: rack-1
            size: small
            attached: false
            roles:
              db: {}
        balancer:
          algorithm: least-outstanding
          check: {path: deep, interval: 10s}
        cache: {rack: rack-1, capacity: 500, ttl: 60s}
        database: {server: server-2, connections: 50}
        releases:
          - {version: v2, work: {app: 0.5}, errors: 0.01, from: 1m, until: 8m}
        faults:
          - {kind: rack-power, target: rack-1, at: 2m, for: 30s}
          - {kind: server-hang, target: server-1, at: 5m}
          - {kind: database-slow, at: 6m, for: 30s, amount: 3}
          - {kind: traffic-surge, at: 7m, for: 30s, amount: 2}
        score:
          service: 600
          cost: 100
          response: 150
          delivery: 150
          par: {spend: $0.05, acknowledge: 20s, mitigate: 90s}
          slo: 0.995
        """;

    /// <summary>The example with one piece of it written otherwise.</summary>
    public static string With(string piece, string otherwise)
    {
        Assert.Contains(piece, Text, StringComparison.Ordinal);
        return Text.Replace(piece, otherwise, StringComparison.Ordinal);
    }
}
