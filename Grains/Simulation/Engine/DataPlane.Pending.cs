namespace OpsGame.Simulation.Engine;

/// <summary>Who is in the system.</summary>
internal sealed partial class DataPlane
{
    /// <summary>Attempts in the system, by request, without probes and warm-ups: who sent it, and what they asked for.</summary>
    public List<PendingRequest> Pending()
    {
        var pending = new List<PendingRequest>();
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase == Phase.Free || request.Probe || request.Warms != Warming.None) continue;
            pending.Add(new PendingRequest(
                _classes[request.Class].Spec.Id, request.Number, request.Attempt, request.Born,
                request.Key - _classes[request.Class].FirstKey, request.Write, request.Abandoned));
        }

        return pending;
    }

    /// <summary>Requests whose users still hope, by class.</summary>
    private long[] Intents()
    {
        var intents = new long[_classes.Length];
        for (var slot = 0; slot < _pool.Used; slot++)
        {
            ref var request = ref _pool[slot];
            if (request.Phase != Phase.Free && request is { Probe: false, Abandoned: false, Warms: Warming.None }) intents[request.Class]++;
        }

        return intents;
    }
}

/// <summary>An attempt in the system. Key: among its class's keys. Abandoned: its user has gone.</summary>
internal readonly record struct PendingRequest(
    string Class, long Number, int Attempt, long Born, int Key, bool Write, bool Abandoned);
