using System.Globalization;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>One table at a time is altered; what becomes of it is told.</summary>
internal static class AlterRules
{
    /// <summary>Why no table can be altered now; null: one can.</summary>
    public static RefusalCode? Refusal(DatabaseState state, DatabaseInput input) =>
        state.Alter is { UnderWay: true } ? DatabaseRefusals.AlterUnderWay
            : input.Telemetry.LostNs >= 0 || state.Promoting.Length > 0 ? DatabaseRefusals.AlterNoPrimary
            : null;

    public static DatabaseState Begin(
        DatabaseState state, DatabaseInput input, Ruling ruling, string users, long workNs, long timeoutNs, long retryNs)
    {
        var number = (state.Alter?.Number ?? 0) + 1;
        ruling.Do(new AlterTable(state.Id, number, users, workNs, timeoutNs, retryNs));
        return state with { Alter = new TableAlter(number, users, input.NowNs) };
    }

    public static DatabaseState Watch(DatabaseState state, DatabaseInput input, Ruling ruling)
    {
        var now = input.Telemetry.Alter;
        if (state.Alter is not { UnderWay: true } alter || now.Number != alter.Number) return state;
        switch (now.Phase)
        {
            case AlterPhase.Done:
                ruling.Say(DatabaseEvents.TableAltered, alter.Class, Tenths(input.NowNs - alter.SinceNs));
                return state with { Alter = alter with { UnderWay = false } };
            case AlterPhase.Lost:
                ruling.Say(DatabaseEvents.AlterLost, alter.Class);
                return state with { Alter = alter with { UnderWay = false } };
            case AlterPhase.Resting when now.Tries >= alter.Tries:
                ruling.Say(DatabaseEvents.AlterGaveUp, alter.Class);
                return state with { Alter = alter with { Tries = now.Tries + 1 } };
            default:
                return state;
        }
    }

    public static string Tenths(long ns) => Nanoseconds.ToSeconds(ns).ToString("0.0", CultureInfo.InvariantCulture);
}
