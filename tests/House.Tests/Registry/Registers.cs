using System.Reflection;
using System.Text.Json;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Ticks;

namespace OpsGame.House.Tests.Registry;

/// <summary>What is registered in the compiled game, with the names that client, server and references know it by.</summary>
internal static class Registers
{
    private const string Commands = "Grains/Simulation/Ticks/README.md";
    private const string Scenarios = "Server/Scenarios/README.md";
    private const string Plans = "Server/Plans/README.md";

    public static TheoryData<string> All => [.. Parts.Keys];

    private static Dictionary<string, Func<IEnumerable<Registered>>> Parts { get; } = new()
    {
        ["kinds"] = () => Named.DeclarationsOf(typeof(ComponentKind)).Select(Kind),
        ["actions"] = () => ActionCatalogue.Distinct.Where(spec => !spec.InstructorOnly).Select(spec => Action(spec.Id)),
        ["faults"] = () => ActionCatalogue.Distinct.Where(spec => spec.InstructorOnly).Select(spec => Fault(spec.Id)),
        ["metrics"] = () => Enum.GetNames<Metric>().Select(Metric),
    };

    public static IReadOnlyList<Registered> Of(string part) => [.. Parts[part]()];

    private static Registered Kind(PropertyInfo declared)
    {
        var name = ((Named)declared.GetValue(null)!).Name;
        var title = char.ToUpperInvariant(name[0]) + name[1..];
        return new(
            name, [$"kind_{name.Replace('-', '_')}"], [], [new(Commands, "### ", title)],
            [$"{declared.DeclaringType!.Name}.{declared.Name}", $"{title}Kind"]);
    }

    private static Registered Action(string id) => new(
        id, [$"action_{id.Replace('-', '_')}"], [], [new(Commands, "| `", $"`{id}`")], [id]);

    private static Registered Fault(string id) => new(
        id, [], [$"fault-{id}"], [new(Commands, "| `", $"`{id}`"), new(Scenarios, "| `kind` ", id)],
        [id]);

    private static Registered Metric(string name) => new(
        Kebab(name), [$"figure_{Camel(name)}"], [], [new(Plans, "| `metric` ", Kebab(name))], [$"Metric.{name}"]);

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
