namespace OpsGame.Grains.Records;

/// <summary>An estate that does not begin at 0: it goes as another one went, until then.</summary>
/// <param name="Estate">The other one, which is over.</param>
/// <param name="Tick">The last that is taken from it, at least 1.</param>
[GenerateSerializer, Immutable]
public sealed record Beginning([property: Id(0)] string Estate, [property: Id(1)] long Tick);
