using System.Collections.Immutable;
using CsCheck;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Ticks;

public sealed class AppliesTests
{
    /// <summary>It could be done, but where all users come from one source there is nothing to tell apart.</summary>
    private const string Pointless = "block-source";

    /// <summary>In random play, and what their opposites need.</summary>
    private static readonly string[] Rare = ["warm-cache", "block-source", "close-firewall"];

    private static readonly Gen<(ulong, Scenario, (string, string, (string, string)[])[])> Plays =
        Gen.Select(Gen.ULong, RandomSystems.Any, RandomPlayTests.AnyCommand.Array[1, 10]);

    /// <summary>So that nobody is kept from what they could do: every action at every component, wherever play has led.</summary>
    [Fact]
    public void ActionsThatDoNotApplyWouldBeRefused() =>
        Plays.Sample((seed, system, commands) =>
        {
            var play = new Play(system, seed).Pass(1);
            foreach (var (action, target, args) in commands) play.Do(action, target, args);
            foreach (var target in Targets(play.World))
                foreach (var spec in ActionCatalogue.All.Where(each => Rare.Contains(each.Id)))
                    if (play.World.KindOf(target) == spec.Target && Samples(spec, play.World).FirstOrDefault() is { } first)
                        play.Do(spec.Id, target, [.. first.Select(arg => (arg.Key, arg.Value))]);
            play.Pass(0.25);
            foreach (var target in Targets(play.World)) EveryActionAt(target, play.World);
        }, iter: 150);

    private static void EveryActionAt(string target, World world)
    {
        var (kind, state) = (world.KindOf(target)!, world.StateOf(target)!);
        foreach (var spec in ActionCatalogue.All.Where(spec => spec.Target == kind && !spec.InstructorOnly))
        {
            if (spec.Id == Pointless || spec.AppliesTo(state, world)) continue;
            foreach (var args in Samples(spec, world))
            {
                var command = new Command("", "ann", spec.Id, target, args);
                if (Preview.Of(world, command).Refusal is not null) continue;
                // a drain that ends in the very tick of the command comes first
                var next = world.Try(command).Idle;
                var comes = next is not null && spec.AppliesTo(next, world);
                Assert.True(comes, $"{spec.Id} at {target} does not apply, and would be done");
            }
        }
    }

    private static string[] Targets(World world) =>
    [
        .. world.Servers.Select(one => one.Id), .. world.Balancers.Select(one => one.Id), .. world.Caches.Select(one => one.Id),
        .. world.Databases.Select(one => one.Id), .. world.Racks.Select(one => one.Id), World.Users,
    ];

    /// <summary>With each of what may be chosen, one parameter's choice beside another's of the same place.</summary>
    private static IEnumerable<ImmutableSortedDictionary<string, string>> Samples(ActionSpec spec, World world)
    {
        var choices = spec.Parameters.Select(parameter => (parameter.Name, Values: Choices(parameter, world))).ToArray();
        if (choices.Any(choice => choice.Values.Length == 0)) yield break;
        for (var at = 0; at < choices.Select(choice => choice.Values.Length).DefaultIfEmpty(1).Max(); at++)
            yield return Arguments.Of([.. choices.Select(choice => (choice.Name, choice.Values[at % choice.Values.Length]))]);
    }

    private static string[] Choices(ParameterSpec parameter, World world) => parameter.Kind.Name switch
    {
        "server" => [.. world.Servers.Select(one => one.Id)],
        "size" => [.. world.Scenario.Sizes.Select(size => size.Id)],
        "rack" => [.. world.Racks.Select(rack => rack.Id)],
        "class" => [.. world.Scenario.Classes.Select(users => users.Id)],
        "source" => [.. world.Scenario.Sources],
        "certificate" => [.. world.Certificates.Select(one => one.Id)],
        "feature" => [.. world.Scenario.Flags],
        "version" => [.. world.Scenario.Releases.Select(one => one.Version)],
        "choice" or "flag" => [.. parameter.Choices],
        _ => [parameter.Initial],
    };
}
