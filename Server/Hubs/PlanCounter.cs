using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Options;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Lab;
using OpsGame.Server.Formats;
using OpsGame.Server.Plans;
using OpsGame.Server.Settings;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Hubs;

/// <summary>Takes plans as people write them: within the limits, and right in every line.</summary>
internal sealed class PlanCounter(IOptions<LabOptions> options)
{
    /// <summary>As problems name the text; it is no file.</summary>
    private const string PlanText = "plan";

    /// <summary>The plan; null with a refusal or with what is wrong in it.</summary>
    public static Refusal? Read(Scenario? scenario, string? text, out Plan? plan, out ImmutableArray<Problem> problems)
    {
        (plan, problems) = (null, []);
        if (scenario is null) return Refusal.Of("scenario-unknown");
        if (text is null || Encoding.UTF8.GetByteCount(text) > LabLimits.PlanBytes)
            return Refusal.Of(
                "plan-too-large", (LabLimits.PlanBytes / 1024).ToString(System.Globalization.CultureInfo.InvariantCulture));
        try
        {
            plan = PlanReader.ReadOwn(text, PlanText, scenario);
        }
        catch (ScenarioException broken)
        {
            problems = broken.Problems;
        }

        return null;
    }

    public NewEvaluation Order(string scenario, Plan plan, string text, string address, string owner) =>
        new(scenario, plan.Id, plan.Title, text, address, owner, options.Value.OpenPerAddress);
}
