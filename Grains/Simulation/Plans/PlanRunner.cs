using System.Globalization;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Plans;

/// <summary>
/// Plays a plan on a world: gives each step's command when its time has come or its condition is met, checked as the estate of a
/// live drill checks it. Before every tick <see cref="Due"/>, after it <see cref="Hear"/>.
/// </summary>
public sealed class PlanRunner(Plan plan)
{
    private readonly Watch[] _watches = [.. plan.Steps.Select(step => new Watch(step))];
    private readonly Dictionary<string, PlanStep> _given = new(StringComparer.Ordinal);
    private readonly List<RefusedStep> _refused = [];
    private int _count;

    public PlanOutcome Outcome => new(_count, [.. _refused]);

    /// <summary>The commands of the tick that begins now; what is more than a tick takes waits for the next.</summary>
    public List<Command> Due(World world)
    {
        var due = new List<Command>();
        for (var index = 0; index < _watches.Length && due.Count < Limits.CommandsPerTick; index++)
        {
            var watch = _watches[index];
            if (!watch.IsDue(world)) continue;
            var target = watch.Step.Target == PlanStep.Alert ? AlertFor(watch.Step, world.Last) : watch.Step.Target;
            // the alert has gone by itself
            if (target is null) continue;
            _count++;
            var command = new Command(NameOf(index, watch.Given), watch.Step.By, watch.Step.Action, target, watch.Step.Args);
            if (world.Check(command) is { } refusal)
            {
                _refused.Add(new RefusedStep(watch.Step, world.NowNs, refusal));
                continue;
            }

            _given.Add(command.Id, watch.Step);
            due.Add(command);
        }

        return due;
    }

    /// <summary>Notes what components refused.</summary>
    public void Hear(IReadOnlyList<DomainEvent> events)
    {
        foreach (var told in events)
            if (told.Kind == EventKind.Refused && _given.Remove(told.Command, out var step))
                _refused.Add(new RefusedStep(step, told.AtNs, new Refusal(told.Code, told.Args)));
    }

    private static string? AlertFor(PlanStep step, EstateFrame frame) =>
        ((step.When as AlertCondition) ?? new AlertCondition("", true, "", 0)).First(frame)?.Id;

    private static string NameOf(int index, int time) => time == 1
        ? string.Create(CultureInfo.InvariantCulture, $"step-{index + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"step-{index + 1}-{time}");

    /// <summary>A step that is waited for.</summary>
    private sealed class Watch(PlanStep step)
    {
        private const long Never = long.MaxValue;

        private long _heldSince = Never;
        private long _dueAt = step.When is null ? step.AtNs : Never;
        private long _from = step.AtNs;

        public PlanStep Step { get; } = step;

        public int Given { get; private set; }

        public bool IsDue(World world)
        {
            var nowNs = world.NowNs;
            if (Given == Step.Times) return false;
            if (Step.When is { } condition && _dueAt == Never && nowNs >= _from && nowNs < Step.UntilNs)
                Look(condition, world.Last, nowNs);
            if (nowNs < _dueAt) return false;
            Given++;
            _from = nowNs + Step.PauseNs;
            _dueAt = Step.When is null ? _from : Never;
            _heldSince = Never;
            return true;
        }

        private void Look(Condition condition, EstateFrame frame, long nowNs)
        {
            if (!condition.Holds(frame)) _heldSince = Never;
            else if (_heldSince == Never) _heldSince = nowNs;
            if (_heldSince != Never && nowNs - _heldSince >= condition.ForNs) _dueAt = nowNs + Step.AfterNs;
        }
    }
}
