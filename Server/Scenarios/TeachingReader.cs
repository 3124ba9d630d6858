using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Scenarios;

/// <summary>What a drill says to those who ask, and to everybody when it is over.</summary>
internal static class TeachingReader
{
    private const int MostHints = 10;
    private const int MostPoints = 200;
    private const int UsualPoints = 20;

    public static ImmutableArray<HintSpec> ReadHints(MapReader root, long durationNs)
    {
        var hints = ImmutableArray.CreateBuilder<HintSpec>();
        foreach (var map in root.List("hints", "hint", MostHints))
        {
            hints.Add(new HintSpec(
                map.ReadOr("from", 0, Notations.Moment(durationNs)),
                map.ReadOr("points", UsualPoints, Notations.Count.Between(0, MostPoints)),
                map.Texts("text", "")));
            map.Close();
        }

        return hints.ToImmutable();
    }

    public static LocalText? ReadNotes(MapReader root) => root.Has("notes") ? root.Texts("notes", "") : null;
}
