using OpsGame.Simulation.Components;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Certificates;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Components;

public sealed class KindTableTests
{
    /// <summary>With something of every kind.</summary>
    private static readonly Play Played = new Play(Entry.WithEverything() with
    {
        Scalers = [Estates.Tiered().Scalers[0]],
    }).Pass(2);

    [Fact]
    public void EveryStageHasItsKindsAndEveryKindItsStage() =>
        Assert.Equal(KindTable.All.Order(ById), KindTable.Stages.SelectMany(stage => stage).Order(ById));

    [Fact]
    public void NoTwoKindsHaveTheSameIdOrState()
    {
        Assert.Distinct(KindTable.All.Select(kind => kind.Id));
        Assert.Distinct(KindTable.All.Select(kind => kind.State));
    }

    [Fact]
    public void EveryComponentIsFoundByItsIdNowAndInTheFrame()
    {
        foreach (var kind in KindTable.All)
        {
            var ids = Played.World.IdsOf(kind).ToArray();
            Assert.True(ids.Length > 0, $"the estate has no {kind.Id}");
            foreach (var id in ids)
            {
                Assert.Equal(kind.Id, Played.World.KindOf(id));
                Assert.Equal(kind.State, Played.World.StateOf(id)?.GetType());
                Assert.Equal(Played.World.StateOf(id), Found(Played.World.Last, id));
            }
        }
    }

    [Fact]
    public void EveryKindHasReadingsButACertificate()
    {
        foreach (var kind in KindTable.All)
        {
            var readings = kind.Readings(Played.World.Last.Columns).ToArray();
            var expected = kind.Id == CertificateState.Kind ? [] : Played.World.IdsOf(kind);
            Assert.Equal(expected, readings.Select(read => read.Id));
            Assert.All(readings, read => Assert.Distinct(read.Readings.Select(reading => reading.Name)));
        }
    }

    [Fact]
    public void WhatIsPlacedStandsWithItsKindAndWhatIsRemovedIsGone()
    {
        var play = new Play(Estates.Whole()).Pass(1);
        play.Do("add-server", "rack-a", ("size", "size")).Pass(1);
        Assert.Equal(ServerState.Kind, play.World.KindOf("web-5"));
        play.Pass(60).Do("remove-server", "web-5").Pass(60);
        Assert.Null(play.World.KindOf("web-5"));
    }

    private static readonly Comparer<Kind> ById = Comparer<Kind>.Create((one, other) => one.Id.Place.CompareTo(other.Id.Place));

    private static IComponent? Found(EstateFrame frame, string id) =>
        frame.Columns.Select(column => column.Find(id)).FirstOrDefault(state => state is not null);
}
