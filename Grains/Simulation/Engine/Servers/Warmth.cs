using OpsGame.Simulation.Kinds.Roles;

namespace OpsGame.Simulation.Engine.Servers;

/// <summary>How warm the processes of a generation are (<see cref="ColdStart"/>).</summary>
internal sealed class Warmth
{
    /// <summary>Of each process: requests it still begins cold, or when it is warm.</summary>
    private int[] _left = [];
    private long[] _until = [];

    /// <summary>Null: its processes are warm from their start.</summary>
    public ColdStart? Cold { get; set; }

    public void MakeRoom(int processes)
    {
        Array.Resize(ref _left, processes);
        Array.Resize(ref _until, processes);
    }

    /// <param name="warm">It has run for long when the drill begins.</param>
    public void Start(int process, long now, bool warm) =>
        (_left[process], _until[process]) = Cold is null || warm ? (0, 0) : (Cold.Requests, now + Cold.ForNs);

    /// <summary>A process begins to work for a request. A check asks too little of it to warm it.</summary>
    public void Begin(ref Request request)
    {
        ref var left = ref _left[request.Stays[request.At].Process];
        if (left > 0 && request is { Probe: false, ShakesHands: false }) left--;
    }

    /// <summary>How much longer than usual work takes that begins now.</summary>
    public double Factor(int process, long now)
    {
        if (Cold is null) return 1;
        var share = Cold.Requests > 0
            ? _left[process] / (double)Cold.Requests
            : Math.Max(0, _until[process] - now) / (double)Cold.ForNs;
        return 1 + (Cold.Factor - 1) * share;
    }

    /// <summary>Likewise of all its running processes in the mean.</summary>
    public double Mean(RoleNode role, long now)
    {
        if (Cold is null || role.Running == 0) return 1;
        double sum = 0;
        for (var process = 0; process < role.Processes; process++)
            if (!role.Down[process]) sum += Factor(process, now);
        return sum / role.Running;
    }
}
