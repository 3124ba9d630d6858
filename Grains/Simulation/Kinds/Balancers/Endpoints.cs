namespace OpsGame.Simulation.Kinds.Balancers;

/// <summary>
/// What servers say of themselves comes to the balancer late: from the server to a control plane, from there into every proxy's
/// list (Kubernetes' endpoints). Until then it sends requests to servers that stop, and none to those that have become ready.
/// </summary>
internal static class Endpoints
{
    public static BalancerState Hear(BalancerState state, BalancerInput input)
    {
        foreach (var target in state.Targets)
        {
            var heard = Hear(target, Says(input, target.Server), state.EndpointLagNs, input.NowNs);
            if (heard != target) state = BalancerRules.Replace(state, heard);
        }

        return state;
    }

    private static TargetState Hear(TargetState target, bool ready, long lagNs, long nowNs)
    {
        if (ready == target.Ready) return target.NewsNs == 0 ? target : target with { NewsNs = 0 };
        var since = target.NewsNs == 0 ? nowNs : target.NewsNs;
        return nowNs - since >= lagNs ? target with { Ready = ready, NewsNs = 0 } : target with { NewsNs = since };
    }

    private static bool Says(BalancerInput input, string server)
    {
        foreach (var condition in input.Servers)
            if (condition.Id == server) return condition.Ready;
        return false;
    }
}
