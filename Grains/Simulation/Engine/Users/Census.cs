namespace OpsGame.Simulation.Engine.Users;

/// <summary>Who is in the system.</summary>
internal sealed class Census(RequestPool pool, UserClass[] classes)
{
    /// <summary>
    /// Attempts in the system, by request, without probes, warm-ups and deliveries of the queue: who sent it, and what they
    /// asked for.
    /// </summary>
    public List<PendingRequest> Pending()
    {
        var pending = new List<PendingRequest>();
        for (var slot = 0; slot < pool.Used; slot++)
        {
            ref var request = ref pool[slot];
            if (request.Phase == Phase.Free || request.Probe || request.Message != 0 || request.Warms != Warming.None) continue;
            pending.Add(new PendingRequest(
                classes[request.Class].Spec.Id, request.Number, request.Attempt, request.Born,
                request.Key - classes[request.Class].FirstKey, request.Write, request.Abandoned));
        }

        return pending;
    }

    /// <summary>Requests whose users still hope and jobs that are not done, by class.</summary>
    public long[] Hopeful()
    {
        var intents = new long[classes.Length];
        for (var slot = 0; slot < pool.Used; slot++)
        {
            ref var request = ref pool[slot];
            if (request.Phase != Phase.Free && request is { Probe: false, Abandoned: false, Message: 0, Warms: Warming.None })
                intents[request.Class]++;
        }

        foreach (var users in classes) intents[users.Index] += users.InQueue;
        return intents;
    }

    /// <summary>Whoever came has an answer, has failed, or still hopes.</summary>
    public void Audit(List<string> broken)
    {
        var intents = Hopeful();
        foreach (var users in classes)
        {
            var counts = users.Counts;
            var accounted = counts.Within + counts.Late + counts.Failed.Sum() + intents[users.Index];
            if (counts.Offered + counts.Carried != accounted)
                broken.Add($"{users.Spec.Id}: {counts.Offered} + {counts.Carried} offered, {accounted} accounted for");
        }
    }
}
