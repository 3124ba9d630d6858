namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>Whoever has a target counts there, whoever waits stands in the queue, and nobody waits while there is room.</summary>
internal static class BalancerAudit
{
    public static void Add(RequestPool pool, BalancerNode balancer, List<string> broken)
    {
        var outstanding = new int[balancer.Targets.Length];
        var waiting = 0;
        for (var slot = 0; slot < pool.Used; slot++)
        {
            ref var request = ref pool[slot];
            if (request.Phase == Phase.Free) continue;
            if (request.Phase == Phase.InBalancerQueue && request.At == balancer.Place) waiting++;
            var target = request.Passes[balancer.Level].Target;
            if (target >= 0 && !Probes.IsOwn(ref request, balancer)) outstanding[target]++;
        }

        for (var target = 0; target < outstanding.Length; target++)
        {
            var (counted, server) = (balancer[target].Outstanding, balancer[target].Server.Id);
            if (counted != outstanding[target])
                broken.Add($"{balancer.Id}: {counted} outstanding at {server}, {outstanding[target]} there");
        }

        var sent = outstanding.Sum();
        var (inside, queued) = (balancer.Meter.Inside.Value, balancer.Queue.Count);
        if (queued != waiting || inside != waiting + sent)
            broken.Add($"{balancer.Id}: {inside} inside, {queued} queued, {waiting} waiting, {sent} sent on");
        if (waiting > 0 && balancer.HasRoom) broken.Add($"{balancer.Id}: {waiting} wait although a target has room");
    }
}
