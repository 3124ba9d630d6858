namespace OpsGame.Simulation.Engine.Links;

/// <summary>A rack as the engine knows it: the zone it stands in, and the two directions of its uplink.</summary>
internal sealed class RackNode(string id, int index, int zone)
{
    public string Id { get; } = id;

    public int Index { get; } = index;

    public int Zone { get; } = zone;

    /// <summary>Null: as fast as one likes.</summary>
    public Link? Up { get; init; }

    public Link? Down { get; init; }

    public bool Has(Link link) => link == Up || link == Down;

    /// <summary>Its uplink is lost: what it has goes on, nothing comes in or goes out.</summary>
    public bool Severed { get; set; }
}
