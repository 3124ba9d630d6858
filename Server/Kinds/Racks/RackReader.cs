using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Racks;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Racks;

internal static class RackReader
{
    /// <summary>A full-height rack.</summary>
    private const int MostUnits = 48;

    public static ImmutableArray<RackSpec> Read(MapReader root, ComponentNames names)
    {
        var racks = ImmutableArray.CreateBuilder<RackSpec>();
        foreach (var map in root.List("racks", "rack", Limits.Components, required: true))
        {
            racks.Add(new RackSpec(
                names.Claim(map, RackState.Kind),
                map.Read("units", Notations.Count.Between(1, MostUnits), MostUnits),
                map.ReadOr("zone", "", Notations.Id, "the same for all"),
                map.ReadOr("feeds", PowerFeeds.Both, Notations.OneOf<PowerFeeds>()),
                map.ReadOr("uplink", 0, Notations.BitRate.Between(1e6, 1e12).Or("endless", 0)))
            {
                UplinkDiscipline = map.ReadOr("uplink-discipline", UplinkDiscipline.Fair, Notations.OneOf<UplinkDiscipline>()),
            });
            map.Close();
        }

        return racks.ToImmutable();
    }
}
