using System.Text.RegularExpressions;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Formats;

/// <summary>Distributions of work: exp(8ms), fixed(5ms), uniform(1ms, 9ms), lognormal(10ms, scv 4).</summary>
internal static partial class WorkNotation
{
    private const string WorkShape =
        @"^(?<kind>exp|fixed|uniform|lognormal)\(\s*(?<first>[\d.]+[a-z]+)\s*"
        + @"(,\s*(scv\s+(?<scv>[\d.]+)|(?<more>[\d.]+[a-z]+))\s*)?\)$";

    private const long LongestNs = 600 * Nanoseconds.PerSecond;

    /// <summary>Beyond it no drill is long enough for its mean to show.</summary>
    private const double MostVariation = 100;

    public static readonly Notation<WorkSpec> Work = new(
        "wrong-unit", "work such as exp(8ms), fixed(5ms), \"uniform(1ms, 9ms)\" or \"lognormal(10ms, scv 4)\"",
        new Shape("string", "work", WorkShape) { Range = $"mean 1us – {Units.ShowDuration(LongestNs)}" }, TryRead,
        work => work.ToString(), Limit);

    /// <summary>One duration, or a distribution with a mean between the same ends.</summary>
    public static Notation<WorkSpec> DurationOrWork(long leastNs, long mostNs)
    {
        var range = $"{Units.ShowDuration(leastNs)} – {Units.ShowDuration(mostNs)}";
        return new Notation<WorkSpec>(
            "wrong-unit", "a duration such as 4s, or a distribution such as exp(4s)",
            new Shape("string", "duration or work", $"{Units.DurationShape}|{WorkShape}") { Range = range },
            (string text, out WorkSpec value) =>
            {
                if (!Units.TryDuration(text, out var fixedNs)) return TryRead(text, out value);
                value = new WorkSpec(WorkKind.Fixed, fixedNs, 0);
                return true;
            },
            value => value.Kind == WorkKind.Fixed ? Units.ShowDuration((long)value.A) : value.ToString(),
            value => value.MeanNs >= leastNs && value.MeanNs <= mostNs
                ? Form(value)
                : $"should be between {Units.ShowDuration(leastNs)} and {Units.ShowDuration(mostNs)}");
    }

    private static bool TryRead(string text, out WorkSpec work)
    {
        work = new WorkSpec(WorkKind.Fixed, 1, 0);
        var match = Pattern().Match(text);
        if (!match.Success || !Units.TryDuration(match.Groups["first"].Value, out var first)) return false;
        var (more, scv) = (match.Groups["more"], match.Groups["scv"]);
        var kind = match.Groups["kind"].Value;
        var (second, variation) = (0L, 0.0);
        if (more.Success != (kind == "uniform") || (more.Success && !Units.TryDuration(more.Value, out second))) return false;
        if (scv.Success != (kind == "lognormal") || (scv.Success && !Units.TryNumber(scv.Value, out variation))) return false;
        work = kind switch
        {
            "exp" => new WorkSpec(WorkKind.Exponential, first, 0),
            "uniform" => new WorkSpec(WorkKind.Uniform, first, second),
            "lognormal" => new WorkSpec(WorkKind.LogNormal, first, variation),
            _ => new WorkSpec(WorkKind.Fixed, first, 0),
        };
        return true;
    }

    private static string? Limit(WorkSpec work) =>
        Form(work) ?? (work.MeanNs is >= 1000 and <= LongestNs
            ? null
            : $"should have a mean between 1us and {Units.ShowDuration(LongestNs)}");

    private static string? Form(WorkSpec work) => work switch
    {
        { Kind: WorkKind.Uniform } when work.A >= work.B => "should name the lower end first, and the ends should differ",
        { Kind: WorkKind.LogNormal, B: <= 0 or > MostVariation } =>
            $"should have an scv above 0 and at most {Units.Show(MostVariation)}",
        _ => null,
    };

    [GeneratedRegex(WorkShape, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
