using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Options;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Lab;
using OpsGame.Server.Doors;
using OpsGame.Server.Formats;
using OpsGame.Server.Plans;
using OpsGame.Server.Settings;
using OpsGame.Server.Verification;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Plans;
using OpsGame.Simulation.Scenarios;
using Refusal = OpsGame.Simulation.Ticks.Refusal;

namespace OpsGame.Server.Hubs;

/// <summary>
/// Takes plans as people write them: within the limits, and right in every line. To read one keeps a core busy for a while, so
/// they are read one after another, whoever sends them, and of one address only a few wait: drills need the other cores.
/// </summary>
internal sealed class PlanCounter(LabMapper laboratory, IOptions<LabOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>As problems name the text; it is no file.</summary>
    private const string PlanText = "plan";

    /// <summary>Of one address: a class room that types at once, but no flood.</summary>
    private const int AtOnce = 16;

    /// <summary>It says the same until the library is another; its plans' files may be changed while the server runs.</summary>
    private static readonly TimeSpan ViewLasts = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Tally _waiting = new(AtOnce);
    private readonly Shared<string, LabView> _views = new(time, ViewLasts);

    /// <summary>What the lab shows of a scenario, made once for all who open it.</summary>
    public Task<LabView> View(Scenario scenario) =>
        _views.Get(scenario.ContentHash, () => InTurn(() => laboratory.View(scenario)));

    public async Task<ReadPlan> Read(Scenario? scenario, string? text, string address)
    {
        if (scenario is null) return new ReadPlan(Refusal.Of(DrillRefusals.ScenarioUnknown), null, []);
        if (text is null || Encoding.UTF8.GetByteCount(text) > LabLimits.PlanBytes)
        {
            var most = (LabLimits.PlanBytes / 1024).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return new ReadPlan(Refusal.Of(HubRefusals.PlanTooLarge, most), null, []);
        }

        if (!_waiting.Enter(address)) return new ReadPlan(Refusal.Of(DrillRefusals.TooFast), null, []);
        try
        {
            return await InTurn(() => new ReadPlan(null, PlanReader.ReadOwn(text, PlanText, scenario), []));
        }
        catch (ScenarioException broken)
        {
            return new ReadPlan(null, null, broken.Problems);
        }
        finally
        {
            _waiting.Leave(address);
        }
    }

    public NewEvaluation Order(string scenario, Plan plan, string text, string address, string owner) =>
        new(scenario, plan.Id, plan.Title, text, address, owner, options.Value.OpenPerAddress);

    public void Dispose() => _turn.Dispose();

    private async Task<T> InTurn<T>(Func<T> read)
    {
        await _turn.WaitAsync();
        try
        {
            return read();
        }
        finally
        {
            _turn.Release();
        }
    }
}

/// <param name="Plan">Null with a refusal or with what is wrong in it.</param>
internal sealed record ReadPlan(Refusal? Refusal, Plan? Plan, ImmutableArray<Problem> Problems);
