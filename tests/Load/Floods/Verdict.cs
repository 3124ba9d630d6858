using System.Globalization;

namespace OpsGame.Load.Floods;

/// <summary>
/// Whether an attacked server keeps its promise: it lives, no tick of an innocent drill is later than one tick and none is
/// skipped, no innocent player loses the connection, and memory stays below its bound.
/// </summary>
internal sealed class Verdict(int memoryMiB)
{
    private readonly List<string> _broken = [];
    private double _lateTicks;
    private double _peakMiB;

    public int Lost { get; set; }

    public bool Holds => _broken.Count == 0 && Lost == 0;

    public void Add(string flood, double lateTicks, long skipped, double peakMiB, bool lives)
    {
        (_lateTicks, _peakMiB) = (Math.Max(_lateTicks, lateTicks), Math.Max(_peakMiB, peakMiB));
        if (!lives) _broken.Add($"{flood}: the server does not answer");
        if (lateTicks > 1) _broken.Add(Said($"{flood}: a tick was {lateTicks:0.0} ticks late"));
        if (skipped > 0) _broken.Add($"{flood}: {skipped} ticks were skipped");
        if (peakMiB > memoryMiB) _broken.Add(Said($"{flood}: {peakMiB:0} MiB, more than {memoryMiB}"));
    }

    public override string ToString() => Said(
        $"latest tick {_lateTicks:0.0} ticks late (bound 1), memory at most {_peakMiB:0} MiB (bound {memoryMiB}), ")
        + $"innocent players lost {Lost}: {(Holds ? "held" : "BROKEN")}" + string.Concat(_broken.Select(each => $"\n  {each}"));

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
