using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Engine;

public sealed class EffectTests
{
    public static TheoryData<Type> Directives =>
        [.. typeof(Directive).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Directive)))];

    [Theory]
    [MemberData(nameof(Directives))]
    public void EveryDirectiveChangesSomethingInTheEngine(Type directive) => Assert.NotEqual(0, Effect.Of(directive).Length);

    [Fact]
    public void WhatNobodyGaveAnEffectHasNone() => Assert.Equal(0, Effect.Of(typeof(Nothing)).Length);

    private sealed record Nothing : Directive;
}
