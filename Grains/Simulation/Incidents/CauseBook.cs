using System.Collections.Immutable;
using OpsGame.Simulation.Causes;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Incidents;

/// <summary>
/// What is really wrong in an estate, and since when: what the scenario says, and what an instructor injects. Where a scenario
/// says nothing, or leaves faults to chance, the faults of its schedule count too.
/// </summary>
internal sealed class CauseBook(Scenario scenario)
{
    private readonly List<(CauseSpec Cause, IFault Fault)> _endless = [];

    public ImmutableArray<CauseSpec> Known { get; private set; } = scenario.Causes;

    /// <summary>A fault begins. A fault that the taxonomy does not have is no cause anybody could name.</summary>
    public void Notice(IFault fault, Command command, long nowNs)
    {
        if (command.By.Length == 0 && !scenario.Causes.IsEmpty && !scenario.IsDrawn) return;
        ImmutableArray<CauseAnswer> answers = [.. fault.Answers(command, scenario)];
        if (answers.IsEmpty) return;
        var cause = new CauseSpec(answers, nowNs, fault.CauseEndsNs(command, nowNs, scenario));
        if (cause.UntilNs == long.MaxValue) _endless.Add((cause, fault));
        Known = Known.Add(cause);
    }

    /// <summary>A fault without an end lasts until somebody ends it.</summary>
    public void Observe(IEstate estate)
    {
        for (var index = _endless.Count - 1; index >= 0; index--)
        {
            var (cause, fault) = _endless[index];
            if (!fault.IsOver(cause.Answers[0].Component, estate)) continue;
            _endless.RemoveAt(index);
            Known = Known.Replace(cause, cause with { UntilNs = estate.NowNs });
        }
    }
}
