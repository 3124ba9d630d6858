using System.Collections.Immutable;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Drills;

/// <summary>
/// A drill without its people's names: everybody is the number of their seat, wherever they stood, so that whoever did two things
/// still did both. What people wrote themselves, and what the teams are called, stays.
/// </summary>
public sealed class Pseudonyms(DrillRecord drill)
{
    /// <summary>Somebody of whom there is no record.</summary>
    private const string Unknown = "#0";

    /// <summary>Seats are called p1, p2, …</summary>
    public static string Of(string seat) => "#" + seat[1..];

    /// <summary>Nobody is called by a name any more, or ever was.</summary>
    public static bool Has(DrillRecord drill) =>
        drill.People.All(person => person.Name == Of(person.Id) && person.Browser.Length == 0);

    public DrillRecord Record() => drill with
    {
        People = [.. drill.People.Select(person => person with { Name = Of(person.Id), Browser = "" })],
    };

    public ImmutableArray<LogEntry> Log(ImmutableArray<LogEntry> entries) =>
        [.. entries.Select(entry => entry with { Commands = [.. entry.Commands.Select(Command)] })];

    public BoardResult Result(BoardResult result) => result with
    {
        Players = [.. result.Players.Select(name => OfName(name, result.Team))],
    };

    /// <summary>The scenario's own schedule is nobody.</summary>
    private Command Command(Command command) => command.By.Length == 0
        ? command
        : command with { By = command.Seat.Length > 0 ? Of(command.Seat) : OfName(command.By, team: null) };

    private string OfName(string name, string? team) =>
        drill.People.FirstOrDefault(person => person.Name == name && (team is null || person.Team == team)) is { } person
            ? Of(person.Id)
            : Unknown;
}
