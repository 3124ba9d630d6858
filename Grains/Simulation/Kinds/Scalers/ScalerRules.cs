using System.Globalization;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Scalers;

/// <summary>
/// An auto scaler's rule. Once a second it samples the load, decides how many servers there should be
/// (<see cref="ScalingDecision"/>), and orders what is missing or one too many through the same commands as people.
/// </summary>
public static class ScalerRules
{
    private static readonly ActionSet<ScalerState, ScalerInput> Actions = new();

    public static Outcome<ScalerState> Tick(ScalerState state, ScalerInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        foreach (var command in input.Commands) state = Actions.Take(state, input, command, ruling);
        if (input.NowNs % Nanoseconds.PerSecond != 0) return ruling.With(state);
        state = Sample(state, input);
        var members = Replace(state, input, ruling);
        var current = members.Length + input.Pending;
        var wanted = ScalingDecision.Wanted(state, current, Warm(state, input).Count(), input.NowNs, out var memory);
        state = state with { Memory = memory };
        if (wanted != current && wanted != state.Desired)
        {
            Tell(current, wanted, state, ruling);
            if (state.Policy.Behavior is null) state = state with { QuietUntilNs = input.NowNs + state.Policy.CooldownNs };
        }

        // what people bought is wanted; what was lost is replaced
        var kept = state.Policy.Kind == ScalingKind.Off ? current : Math.Max(current, Math.Min(state.Desired, state.Policy.Max));
        state = state with { Desired = wanted < current ? wanted : Math.Max(wanted, kept) };
        if (current < state.Desired) return ruling.With(Grow(state, input, state.Desired - current, ruling));
        if (input.Pending == 0) Shrink(state, members, current - state.Desired, ruling);
        return ruling.With(state with { NoRoom = false });
    }

    private static ScalerState Sample(ScalerState state, ScalerInput input)
    {
        var running = input.Members.Where(member => member is { Counts: true, Lifecycle: Lifecycle.Running })
            .Select(member =>
                state.Running.FirstOrDefault(known => known.Server == member.Id) ?? new RunningMember(member.Id, input.NowNs));
        state = state with { Running = [.. running] };
        var warm = Warm(state, input).ToArray();
        if (warm.Length == 0) return state with { Samples = [], Metric = 0 };
        var most = (int)(state.Policy.WindowNs / Nanoseconds.PerSecond);
        var samples = state.Samples.Add(warm.Average(member => member.Load));
        if (samples.Length > most) samples = samples.RemoveRange(0, samples.Length - most);
        return state with { Samples = samples, Metric = samples.Average() };
    }

    /// <summary>Those that stay: what the balancer finds unhealthy goes, and is missing from now on.</summary>
    private static ScalerMember[] Replace(ScalerState state, ScalerInput input, Ruling ruling)
    {
        var members = input.Members.Where(member => member.Counts).ToArray();
        if (state.Health != ScalerHealth.Balancer || state.Policy.Kind == ScalingKind.Off) return members;
        var lost = Array.FindAll(
            members, member => member is { Unhealthy: true, Removable: true } && !IsNew(state, input, member));
        foreach (var member in lost)
        {
            ruling.Say(ScalerEvents.Replaces, member.Id);
            ruling.Order(Orders.RemoveServer(state.Id, member.Id));
        }

        return [.. members.Except(lost)];
    }

    /// <summary>It does not run, or not for long.</summary>
    private static bool IsNew(ScalerState state, ScalerInput input, ScalerMember member) =>
        state.Running.FirstOrDefault(running => running.Server == member.Id) is not { } known
        || input.NowNs - known.SinceNs < state.GraceNs;

    /// <summary>What is not ready is set aside, as what has not warmed up.</summary>
    private static IEnumerable<ScalerMember> Warm(ScalerState state, ScalerInput input) =>
        input.Members.Where(member => member.Ready && state.Running.Any(running =>
            running.Server == member.Id && input.NowNs - running.SinceNs >= state.Policy.WarmupNs));

    /// <summary>Each into the rack with the fewest of them that has room.</summary>
    private static ScalerState Grow(ScalerState state, ScalerInput input, int missing, Ruling ruling)
    {
        var free = input.Racks.ToDictionary(rack => rack.Id, rack => rack.Free, StringComparer.Ordinal);
        var there = input.Racks.ToDictionary(
            rack => rack.Id, rack => input.Members.Count(member => member.Counts && member.Rack == rack.Id),
            StringComparer.Ordinal);
        for (; missing > 0; missing--)
        {
            var rack = input.Racks.Where(rack => free[rack.Id] > 0).MinBy(rack => there[rack.Id]);
            if (rack is null)
            {
                if (!state.NoRoom) ruling.Say(ScalerEvents.NoRoom, Show(missing));
                return state with { NoRoom = true };
            }

            free[rack.Id]--;
            there[rack.Id]++;
            ruling.Order(Orders.AddServer(state.Id, rack.Id, state.Size, Arguments.Name(state.Tier)));
        }

        return state with { NoRoom = false };
    }

    /// <summary>The newest of the rack with the most of them.</summary>
    private static void Shrink(ScalerState state, ScalerMember[] members, int tooMany, Ruling ruling)
    {
        var left = members.Where(member => member.Removable).ToList();
        for (; tooMany > 0 && left.Count > 0; tooMany--)
        {
            var fullest = left.GroupBy(member => member.Rack).MaxBy(rack => rack.Count())!;
            ruling.Order(Orders.RemoveServer(state.Id, fullest.Last().Id));
            left.Remove(fullest.Last());
        }
    }

    private static void Tell(int current, int wanted, ScalerState state, Ruling ruling) =>
        ruling.Say(wanted > current ? ScalerEvents.ScalesOut : ScalerEvents.ScalesIn, Show(current), Show(wanted),
            Show((int)(100 * state.Metric)));

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}
