using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Scenarios;

/// <summary>A scenario that leaves faults to chance, and a seed → the scenario that is played.</summary>
public static class Drawing
{
    /// <summary>In the texts of hints: where the drawn fault strikes.</summary>
    public const string Target = "{target}";

    /// <summary>In the texts of hints: what the drawn fault's choice says of itself.</summary>
    public const string Clue = "{clue}";

    /// <summary>What leaves nothing to chance, or was drawn before, stays as it is.</summary>
    public static Scenario Of(Scenario scenario, ulong seed)
    {
        if (scenario.Draws.IsEmpty) return scenario;
        var drawn = scenario.Draws.Select((draw, index) => Of(draw, new Draw(seed, Purpose.Fault, (ulong)index))).ToArray();
        return scenario with
        {
            Draws = [],
            IsDrawn = true,
            // the world walks through them in order of time
            Faults = [.. scenario.Faults.Concat(drawn.Select(each => each.Fault)).OrderBy(fault => fault.AtNs)],
            Hints = [.. scenario.Hints.Select(hint => hint with { Text = Fill(hint.Text, drawn) })],
        };
    }

    /// <summary>As hints name what the draw of this place in the list (0: the first) became; the first needs no number.</summary>
    public static string Name(string what, int index) => index == 0 ? what : what.Replace("}", $"-{index + 1}}}");

    private static (FaultChoice Choice, FaultSpec Fault) Of(DrawSpec draw, Draw luck)
    {
        var choice = draw.Choices[Pick(luck, 0, draw.Choices.Length)];
        var seconds = (choice.UntilNs - choice.FromNs) / Nanoseconds.PerSecond;
        return (choice, choice.At(
            choice.Targets[Pick(luck, 1, choice.Targets.Length)],
            choice.FromNs + (Pick(luck, 2, (int)seconds + 1) * Nanoseconds.PerSecond)));
    }

    private static int Pick(Draw luck, ulong index, int count) => (int)(luck.Unit(index) * count);

    private static LocalText Fill(LocalText text, (FaultChoice Choice, FaultSpec Fault)[] drawn)
    {
        for (var index = 0; index < drawn.Length; index++)
        {
            var (choice, fault) = drawn[index];
            var clue = choice.Clue ?? new LocalText("", "");
            text = new LocalText(Fill(text.En, clue.En), Fill(text.Ko, clue.Ko));

            // a clue may name the target too
            string Fill(string one, string clue) =>
                one.Replace(Name(Clue, index), clue.Replace(Target, fault.Target)).Replace(Name(Target, index), fault.Target);
        }

        return text;
    }
}
