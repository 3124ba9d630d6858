using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Looks;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Simulation.Engine.Watching;

/// <summary>
/// What is written down of requests for somebody who looks closely. Nothing is while nobody does, and looking changes nothing.
/// </summary>
internal sealed class WatchStation(Kernel kernel, Scenario scenario, bool sampleTraces) : Station(kernel)
{
    /// <summary>Null: nobody looks.</summary>
    public TraceRecorder? Traces { get; private set; } = sampleTraces ? new TraceRecorder(scenario, samples: true) : null;

    public AccessWatch? Accesses { get; private set; }

    public StatementWatch? Statements { get; private set; }

    /// <summary>Something is written down, because somebody looks.</summary>
    public bool Records => Accesses is not null || Statements is not null || Traces is { Watching: true };

    public void WatchAccesses(string component) => (Accesses ??= new AccessWatch()).Begin(component);

    public AccessExcerpt EndAccesses(string component)
    {
        if (Accesses!.End(component, scenario.Classes, out var excerpt)) Accesses = null;
        return excerpt;
    }

    public void WatchStatements() => Statements = new StatementWatch(scenario.Classes.Length, Now);

    public ImmutableArray<StatementLine> EndStatements()
    {
        var watch = Statements!;
        Statements = null;
        for (var slot = 0; slot < Pool.Used; slot++)
        {
            ref var request = ref Pool[slot];
            if (request.Phase != Phase.Free && !request.Probe && request.Stays[(int)Role.Db].Station >= 0)
                watch.Running(request.Class, request.Write, request.Stays[(int)Role.Db], Now);
        }

        return watch.Lines(scenario.Classes);
    }

    public void WatchTraces() => (Traces ??= new TraceRecorder(scenario, samples: false)).Watch();

    public ImmutableArray<Trace> EndTraces() => Traces!.EndWatch(Now);

    public ImmutableArray<Trace> TakeTraces() => Traces?.Take() ?? [];

    public void TraceOnly(string users, long number) =>
        (Traces ?? throw new InvalidOperationException("this world records no traces")).Only(users, number);

    /// <summary>What a log says of a request: its user may have gone.</summary>
    public static Cause Seen(ref Request request, Cause cause) =>
        cause == Cause.None && request.Abandoned ? Cause.Timeout : cause;
}
