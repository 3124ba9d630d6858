using OpsGame.Grains.Contracts;
using OpsGame.Server.Texts;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Scores;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Tests.Texts;

/// <summary>Every code that is declared: refusals, events, alerts, lines of the score.</summary>
internal static class DeclaredCodes
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. from set in new[] { typeof(RefusalCode), typeof(EventCode), typeof(AlertKind), typeof(ScoreCode) }
        from assembly in new[] { typeof(RefusalCode).Assembly, typeof(DrillRefusals).Assembly, typeof(TextCatalogue).Assembly }
        from declared in Named.DeclarationsOf(set, assembly)
        select ((Named)declared.GetValue(null)!).Name,
    ];
}
