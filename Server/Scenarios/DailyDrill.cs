using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpsGame.Simulation.Scenarios;

namespace OpsGame.Server.Scenarios;

/// <summary>
/// The drill of the day (UTC): a scenario that draws its faults by seed, and the seed of the date. Everybody plays the same, on
/// every server with the same library.
/// </summary>
internal sealed class DailyDrill(ScenarioLibrary library, TimeProvider time)
{
    /// <summary>Null: no scenario of the library draws its faults.</summary>
    public (Scenario Scenario, DateOnly Date, ulong Seed)? Today()
    {
        var date = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var families = library.All.Where(scenario => !scenario.Draws.IsEmpty).ToArray();
        return families.Length == 0 ? null : (families[date.DayNumber % families.Length], date, SeedOf(date));
    }

    /// <summary>A drill's luck is today's, which is everybody's.</summary>
    public bool Is(string scenario, ulong seed) => Today() is { } today && today.Scenario.Id == scenario && today.Seed == seed;

    public static string Show(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ulong SeedOf(DateOnly date) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.ASCII.GetBytes($"OpsGame, the drill of {Show(date)}")));
}
