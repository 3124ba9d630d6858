using OpsGame.Server.Formats;
using OpsGame.Simulation;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Time;
using YamlDotNet.RepresentationModel;

namespace OpsGame.Server.Plans;

/// <summary>
/// A plan's text → the plan, or everything that is wrong with it; as strict as the reader of scenarios. A file that is only a
/// list of commands with their times (a recording) is a plan too.
/// </summary>
public static class PlanReader
{
    /// <summary>Far beyond what anybody can oversee.</summary>
    private const int MostSteps = 500;

    private const int MostTitle = 200;
    private const string Like =
        "the file should be one plan, starting with id:, or one list of commands, each starting with - at:";

    private const string LikeOwn = "it should be one plan, starting with id:";

    /// <summary>Reads a plan for a scenario.</summary>
    /// <param name="fileName">As problems name it.</param>
    /// <exception cref="ScenarioException">With as many problems as could be found in one go.</exception>
    public static Plan Read(string text, string fileName, Scenario scenario) =>
        Read(text, new Reading(fileName, library: false), scenario);

    /// <summary>
    /// Reads somebody's own plan: a list of recorded commands is none, because it may hold what an instructor injected.
    /// </summary>
    /// <exception cref="ScenarioException">As above.</exception>
    public static Plan ReadOwn(string text, string fileName, Scenario scenario) =>
        Read(text, new Reading(fileName, library: false), scenario, recordings: false);

    internal static Plan Read(string text, Reading reading, Scenario scenario, bool recordings = true)
    {
        var tree = recordings
            ? YamlTree.Read<YamlNode>(text, Like, reading)
            : YamlTree.Read<YamlMappingNode>(text, LikeOwn, reading);
        if (tree is YamlScalarNode) reading.Add(tree, "wrong-type", Like);
        reading.ThrowIfFailed();
        var world = new World(scenario, seed: 0);
        var plan = tree is YamlSequenceNode list ? Recording(list, reading, world) : ReadPlan(tree!, reading, world);
        reading.ThrowIfFailed();
        // by time where they have one, so that in a tick too the earlier is given first
        return plan with { Steps = [.. plan.Steps.OrderBy(step => step.When is null ? step.AtNs : long.MaxValue)] };
    }

    private static Plan Recording(YamlSequenceNode list, Reading reading, World world)
    {
        var steps = new StepReader(world);
        if (list.Children.Count > MostSteps)
            reading.Add(list, "out-of-range", $"the list should have at most {MostSteps} entries");
        return new Plan(
            "recording", new LocalText("", ""),
            [.. list.Children.Take(MostSteps).Select(node => steps.Recorded(new MapReader(node, "a command", reading)))]);
    }

    private static Plan ReadPlan(YamlNode tree, Reading reading, World world)
    {
        var root = new MapReader(tree, "the plan", reading, reading.Format);
        var id = root.Read("id", Notations.Id, "");
        root.ReadOr(
            "scenario", "", Notations.Reference("scenario this plan is for", [world.Scenario.Id]), "any that has what it names");
        var by = root.ReadOr("by", StepReader.Somebody, Notations.Text(Limits.NameLength));
        var title = Title(root, id);
        var steps = new StepReader(world, by);
        var plan = new Plan(id, title, [.. root.List("steps", "step", MostSteps).Select(steps.Read)]);
        root.Close();
        return plan;
    }

    private static LocalText Title(MapReader root, string id)
    {
        if (root.Map("title", says: "its id") is not { } map) return new LocalText(id, id);
        var text = Notations.Text(MostTitle);
        var title = new LocalText(map.Read("en", text, id), map.Read("ko", text, id));
        map.Close();
        return title;
    }
}
