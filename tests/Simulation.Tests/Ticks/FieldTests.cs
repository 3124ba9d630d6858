using System.Collections.Immutable;
using CsCheck;
using OpsGame.Simulation.Alerts;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Hints;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Tests.Previews.Asking;

namespace OpsGame.Simulation.Tests.Ticks;

public sealed class FieldTests
{
    private static readonly Gen<(ulong, Scenario, (string, string, (string, string)[])[])> Plays =
        Gen.Select(Gen.ULong, RandomSystems.Any, RandomPlayTests.AnyCommand.Array[1, 10]);

    private readonly Play _play = new Play(Entry.WithEverything()).Pass(1);

    /// <summary>At every kind of component, for actions and for faults, wherever play has led.</summary>
    [Fact]
    public void WhatIsOfferedIsKnown() =>
        Plays.Sample((seed, system, commands) =>
        {
            var play = new Play(system, seed).Pass(1);
            foreach (var (action, target, args) in commands) play.Do(action, target, args);
            play.Pass(0.25);
            foreach (var one in play.World.Applying())
                foreach (var action in one.Actions) EveryChoiceIsKnown(play.World, action, one.Component);
        }, iter: 50);

    [Fact]
    public void WhatAppliesIsSaidOfEveryKindOfComponent()
    {
        var kinds = _play.World.Applying().Select(one => _play.World.KindOf(one.Component)!).ToHashSet();
        Assert.Superset(
            ActionCatalogue.All.Select(action => action.Target).Except([Alert.Kind, HintBook.Kind])
                .Where(kind => _play.World.Components.Any(id => _play.World.KindOf(id) == kind)).ToHashSet(),
            kinds);
        Assert.All(_play.World.Applying(), one => Assert.NotEmpty(one.Actions));
    }

    [Fact]
    public void AFormStartsFromWhatIsSet()
    {
        _play.Do("set-drain-time", "balancer", ("seconds", "7"))
            .Do("set-weight", "balancer", ("server", "web-2"), ("weight", "5")).Pass(1);

        Assert.Equal("7", Field("set-drain-time", "balancer", "seconds").Initial);
        Assert.Equal("web-1", Field("set-weight", "balancer", "server").Initial);
        Assert.Equal("1", Field("set-weight", "balancer", "weight").Initial);
        Assert.Equal("5", Field("set-weight", "balancer", "weight", ("server", "web-2"), ("weight", "1")).Initial);
    }

    [Fact]
    public void WhatWasChosenStaysIfItMayStillBeHad()
    {
        Assert.Equal("canary", Field("start-rollout", "rollout", "strategy", ("strategy", "canary")).Initial);
        Assert.Equal("in-place", Field("start-rollout", "rollout", "strategy", ("strategy", "by-hand")).Initial);
        Assert.Equal("web-1", Field("detach", "balancer", "server", ("server", "nobody")).Initial);
    }

    [Fact]
    public void AttachOffersWhatIsNotAttachedDetachWhatIs()
    {
        _play.Do("detach", "balancer", ("server", "web-1")).Pass(30);

        Assert.Contains("web-1", Choices("attach", "balancer", "server"));
        Assert.DoesNotContain("web-2", Choices("attach", "balancer", "server"));
        Assert.DoesNotContain("web-1", Choices("detach", "balancer", "server"));
        Assert.Contains("web-2", Choices("detach", "balancer", "server"));
    }

    [Fact]
    public void ARackIsOfferedThatHasPowerAndRoom()
    {
        Assert.DoesNotContain(
            _play.World.Servers.First(server => server.Id == "web-1").Rack, Choices("move-server", "web-1", "rack"));
        Assert.Contains("rack-b", Choices("move-server", "web-1", "rack"));
        _play.Order(Faults.Of("rack-power", "rack-b", Estates.Seconds(30), 1)).Pass(1);
        Assert.DoesNotContain("rack-b", Choices("move-server", "web-1", "rack"));
    }

    [Fact]
    public void AVersionIsOfferedThatDoesNotRunThere()
    {
        var runs = _play.World.Servers.First(server => server.Id == "web-1").Version;
        Assert.DoesNotContain(runs, Choices("install-beside", "web-1", "version"));
        Assert.Contains("v2", Choices("install-beside", "web-1", "version"));
        Assert.DoesNotContain(runs, Choices("start-rollout", "rollout", "version"));
    }

    [Fact]
    public void ASourceIsBlockedOrLetInAgain()
    {
        var source = Choices("block-source", "balancer", "source")[0];
        _play.Do("block-source", "balancer", ("source", source)).Pass(1);
        Assert.DoesNotContain(source, Choices("block-source", "balancer", "source"));
        Assert.Equal([source], Choices("unblock-source", "balancer", "source"));
    }

    [Fact]
    public void AFirewallIsClosedForWhoStillPasses()
    {
        _play.Do("close-firewall", "web-1", ("from", "users")).Pass(1);
        Assert.Equal(["any", "web", "app"], Choices("close-firewall", "web-1", "from"));
        Assert.Equal(["any", "users"], Choices("open-firewall", "web-1", "from"));
    }

    [Fact]
    public void ANameTakesAddressesAtWhichUsersCanEnter()
    {
        var listed = _play.World.Dns.Single().Targets;
        var offered = Choices("add-address", "dns", "address");
        Assert.DoesNotContain(offered, listed.Contains);
        Assert.DoesNotContain("db-1", offered);
        Assert.Equal(listed, Choices("remove-address", "dns", "address"));
    }

    /// <summary>Whoever moves adds the new address and then removes the old one.</summary>
    [Fact]
    public void WhatIsRemovedFromARecordIsTheOldestAddressFirst()
    {
        var old = _play.World.Dns.Single().Targets[0];
        _play.Do("add-address", "dns", ("address", "web-4")).Pass(1).Do("add-address", "dns", ("address", "balancer")).Pass(1);
        Assert.Equal(old, Choices("remove-address", "dns", "address")[0]);
    }

    [Fact]
    public void AnIncidentIsDeclaredOnceAndThenWorkedOn()
    {
        Assert.Equal(["declare-incident", "take-role"], Applies(World.Incident));
        _play.Do("declare-incident", World.Incident, ("severity", "sev2"), ("what", "trouble")).Pass(1);
        Assert.Equal(["post-status", "name-cause", "take-role", "close-incident"], Applies(World.Incident));
    }

    [Fact]
    public void ADrainedServerCanOnlyBeBroughtBack()
    {
        Assert.Contains("drain-server", Applies("web-1"));
        Assert.DoesNotContain("undrain-server", Applies("web-1"));
        _play.Do("drain-server", "web-1").Pass(1);
        Assert.DoesNotContain("drain-server", Applies("web-1"));
        Assert.Contains("undrain-server", Applies("web-1"));
        Assert.DoesNotContain("drain-server", Applies("db-1"));
    }

    [Fact]
    public void WhatCannotBeTakenBackStandsLastOnItsTopic() =>
        Assert.Equal("remove-server", ActionCatalogue.All
            .Last(action => action.Target == ServerState.Kind && action.Topic == ActionTopic.Capacity).Id);

    private static void EveryChoiceIsKnown(World world, string action, string target)
    {
        foreach (var field in world.FieldsOf(Asked(action, target, [])))
        {
            if (field.Choices is not { } choices) continue;
            Assert.True(choices.IsEmpty ? field.Initial.Length == 0 : choices.Contains(field.Initial), $"{action} {field.Name}");
            foreach (var choice in choices)
            {
                var asked = Asked(action, target, [(field.Name, choice)]);
                var args = world.FieldsOf(asked)
                    .Select(one => (one.Name, Initial: one.Name == field.Name ? choice : one.Initial)).ToArray();
                var refusal = Preview.Of(world, Asked(action, target, args)).Refusal;
                var unknown = refusal?.Code.EndsWith("-unknown", StringComparison.Ordinal) == true;
                Assert.False(unknown, $"{action} at {target} offers {choice}: {refusal?.Code}");
            }
        }
    }

    private Field Field(string action, string target, string name, params (string, string)[] args) =>
        _play.World.FieldsOf(Asked(action, target, args)).First(field => field.Name == name);

    private ImmutableArray<string> Choices(string action, string target, string name) =>
        Field(action, target, name).Choices!.Value;

    private ImmutableArray<string> Applies(string component) =>
        _play.World.Applying().First(one => one.Component == component).Actions;
}
