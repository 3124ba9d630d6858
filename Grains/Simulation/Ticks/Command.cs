using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Ticks;

/// <summary>
/// Somebody's action as the log keeps it. Already checked against <see cref="ActionCatalogue"/>: every parameter is present and
/// in range.
/// </summary>
/// <param name="Id">The client's id; unique in its estate. Orders between components carry the id of the command they follow
/// from.</param>
/// <param name="By">Display name of who did it; empty for the scenario's own schedule.</param>
/// <param name="Undoes">Id of the command it takes back; empty: none.</param>
/// <param name="Seat">
/// Seat of who did it: names may change hands, seats do not. Empty: nobody's, or logged before seats were. No rule and no hash
/// looks at it.
/// </param>
[GenerateSerializer, Immutable]
public sealed record Command(
    string Id,
    string By,
    string Action,
    string Target,
    ImmutableSortedDictionary<string, string> Args,
    string Undoes = "",
    string Seat = "")
{
    public string Text(string name) => Args[name];

    /// <summary>
    /// What stands in for it in commands that were logged before there was the parameter, and in orders without it.
    /// </summary>
    public string TextOr(string name, string otherwise) => Args.GetValueOrDefault(name, otherwise);

    /// <summary>Likewise for a number.</summary>
    public double RealOr(string name, double otherwise) => Args.ContainsKey(name) ? Real(name) : otherwise;

    public int Number(string name) => (int)Real(name);

    public double Real(string name) => double.Parse(Args[name], NumberStyles.Float, CultureInfo.InvariantCulture);

    public long Duration(string name) => Nanoseconds.FromSeconds(Real(name));

    public bool Flag(string name) => Args[name] == "true";
}
