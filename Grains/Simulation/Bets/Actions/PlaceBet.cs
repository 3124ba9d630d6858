using System.Collections.Immutable;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Bets.Actions;

/// <summary>Says what one thinks will happen; until bets are closed another answer replaces it.</summary>
internal sealed class PlaceBet : ActionSpec
{
    public const string Answer = "answer";

    public override string Id => "place-bet";

    public override ComponentKind Target => BetBook.Kind;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Count(Answer, 1, BetAnswer.Most, "1")];
}
