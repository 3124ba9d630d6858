using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Kinds.Balancers;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Tests.Previews;

/// <summary>Everything people set in an estate, as one text; and what they switched.</summary>
internal static class Settings
{
    public static string Of(World world) => string.Join('\n', Set(world));

    public static string WithSwitches(World world) => string.Join('\n', Set(world).Concat(Switched(world)));

    /// <summary>Without those of components (a balancer: of its targets) that are no longer, or not yet, there.</summary>
    public static string Common(string settings, string others)
    {
        var there = others.Split('\n').Select(ComponentOf).ToHashSet();
        return string.Join('\n', settings.Split('\n').Where(line => there.Contains(ComponentOf(line))));
    }

    private static string ComponentOf(string line) => line.Split(' ')[0];

    private static IEnumerable<string> Set(World world)
    {
        string[] ids =
        [
            World.Users, .. world.Servers.Select(one => one.Id), .. world.Balancers.Select(one => one.Id),
            .. world.Caches.Select(one => one.Id),
            .. world.Databases.Select(one => one.Id), .. world.Dns.Select(one => one.Id), .. world.Scalers.Select(one => one.Id),
        ];
        foreach (var spec in ActionCatalogue.All.Where(spec => !spec.InstructorOnly))
            foreach (var id in ids.Where(id => world.KindOf(id) is { } kind && spec.Target == kind))
                foreach (var which in Which(spec, world))
                    if (spec.PresentIn(world.StateOf(id)!, new Command("", "", spec.Id, id, which)) is { IsEmpty: false } present)
                        yield return $"{id}/{which.GetValueOrDefault("server")} {spec.Id} {string.Join(' ', present)}";
    }

    private static IEnumerable<string> Switched(World world)
    {
        foreach (var server in world.Servers)
            yield return $"{server.Id} {server.Lifecycle} {server.Rack} {server.Size.Id} {server.Version} "
                + $"{string.Join(' ', server.Firewall.Select(rule => rule.From).Order())} {string.Join(' ', server.Blocked)} "
                + string.Join(' ', server.Ports.Select(port => $"{port.Number} {port.Stage} {port.Version}"));
        foreach (var balancer in world.Balancers)
        {
            var attached =
                balancer.Targets.Where(each => each.Attachment == Attachment.Attached).Select(each => each.Server).Order();
            yield return $"{balancer.Id} {string.Join(' ', attached)} {string.Join(' ', balancer.Blocked)}";
        }

        foreach (var name in world.Dns) yield return $"{name.Id} {string.Join(' ', name.Targets.Order(StringComparer.Ordinal))}";
        foreach (var rollout in world.Rollouts) yield return $"{rollout.Id} {rollout.Status}";
    }

    private static IEnumerable<System.Collections.Immutable.ImmutableSortedDictionary<string, string>> Which(
        ActionSpec spec, World world)
    {
        var none = System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        if (spec.Parameters.Any(parameter => parameter.Name == "server"))
            return world.Servers.Select(server => none.Add("server", server.Id));
        if (spec.Id == "set-feature") return world.Scenario.Flags.Select(flag => none.Add("feature", flag));
        var which = new[] { none };
        if (spec.Parameters.Any(parameter => parameter.Kind == UsersParameters.Class))
            which = [.. world.Scenario.Classes.Select(users => none.Add("class", users.Id))];
        foreach (var name in (string[])["role", "check"])
            if (spec.ParameterOf(name) is { Kind.Shape: ParameterShape.Choice } choice)
                which = [.. which.SelectMany(each => choice.Choices.Select(value => each.Add(name, value)))];
        return which;
    }
}
