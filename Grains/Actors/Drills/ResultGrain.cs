using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Estates;
using OpsGame.Grains.Lab;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;

namespace OpsGame.Grains.Drills;

public sealed class ResultGrain(
    IBoard board, IEstateLog log, IScenarioSource scenarios, Crew crew, IHostApplicationLifetime process,
    ILogger<ResultGrain> logger)
    : Grain, IResultGrain
{
    public async Task Verify()
    {
        var key = EstateKey.Parse(this.GetPrimaryKeyString());
        try
        {
            if (await board.Find(key.Drill, key.Team) is not { Verdict: Verdict.Pending, Result: var result }) return;
            var (scenario, logged) = (await scenarios.Load(result.ScenarioHash), await log.Read(key.ToString()));
            var difference = await crew.Run(Crew.Last, stop => Rerun.Compare(result, logged, scenario, stop));
            if (difference is not null)
                logger.LogError("The result of {Estate} is not what its log gives: {Difference}", key, difference);
            await board.Judge(key.Drill, key.Team, difference is null ? Verdict.Verified : Verdict.Refused);
            // a refused one may have been shown before it was doubted
            await GrainFactory.GetGrain<ILabGrain>(0).TellBoard(result.Scenario);
        }
        catch (Exception failure)
        {
            // It stays pending; the next start tries again.
            if (!process.ApplicationStopping.IsCancellationRequested)
                logger.LogError(failure, "The result of {Estate} could not be verified", key);
        }
    }
}
