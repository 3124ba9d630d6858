using CsCheck;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Tests.Worlds;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Ticks;

public sealed class AppliesTests
{
    /// <summary>It could be done, but where all users come from one source there is nothing to tell apart.</summary>
    private const string Pointless = "block-source";

    /// <summary>So that nobody is kept from what they could do.</summary>
    [Fact]
    public void WhatDoesNotApplyWouldBeRefused() =>
        Gen.Select(Gen.ULong, RandomPlayTests.AnySystem, RandomPlayTests.AnyCommand.Array[1, 25]).Sample((seed, system, commands) =>
        {
            var play = new Play(system, seed);
            foreach (var (action, target, args) in commands)
            {
                play.Pass(1);
                if (!Applies(play.World, action, target))
                    Assert.NotNull(Preview.Of(play.World, new Command("", "ann", action, target, Arguments.Of(args))).Refusal);
                play.Do(action, target, args);
            }
        }, iter: 100);

    private static bool Applies(World world, string action, string target) =>
        action == Pointless || world.KindOf(target) is not { } kind || world.StateOf(target) is not { } state
        || ActionCatalogue.Find(action, kind) is not { InstructorOnly: false } spec || spec.AppliesTo(state, world);
}
