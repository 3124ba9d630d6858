namespace OpsGame.Simulation.Engine.Databases;

/// <summary>The pools of every process, one a node of the database, made when they are first asked for.</summary>
internal sealed class ConnectionPools(int nodes)
{
    private readonly List<List<ConnectionPool[]>> _byStation = [];
    private int _nodes = nodes;

    public ConnectionPool Of(int station, int process, int node)
    {
        while (_byStation.Count <= station) _byStation.Add([]);
        var processes = _byStation[station];
        while (processes.Count <= process) processes.Add([.. Enumerable.Range(0, _nodes).Select(_ => new ConnectionPool())]);
        return processes[process][node];
    }

    /// <summary>One more node: every process has a pool for it, and runs or not as it did.</summary>
    public void Add()
    {
        _nodes++;
        foreach (var processes in _byStation)
            for (var process = 0; process < processes.Count; process++)
                processes[process] = [.. processes[process], new ConnectionPool { Running = processes[process][0].Running }];
    }

    /// <summary>All there are to a node, in the order of stations and processes.</summary>
    public IEnumerable<ConnectionPool> To(int node) => _byStation.SelectMany(processes => processes.Select(pools => pools[node]));
}
