using OpsGame.Grains.Storage;
using OpsGame.Simulation.Plans;
using Orleans.Placement;

namespace OpsGame.Grains.Lab;

/// <summary>
/// Placed at random, so that the seeds of an evaluation spread over the silos; played by its silo's crew, never by a turn.
/// </summary>
[RandomPlacement]
public sealed class SeedGrain(Crew crew, IScenarioSource scenarios, IPlanSource plans) : Grain, ISeedGrain
{
    public async Task<SeedRun> Run(SeedOrder order)
    {
        var scenario = await scenarios.Load(order.ScenarioHash);
        var plan = plans.Read(order.PlanText, scenario);
        var run = await crew.Run(order.Rank, stop => SeedRun.Play(scenario, plan, order.Seed, stop));
        DeactivateOnIdle();
        return run;
    }
}
