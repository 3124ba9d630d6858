using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpsGame.Server.Storage;

namespace OpsGame.Server.Hosting;

/// <summary>Whether the server can save commands; answered within a few seconds, even if the storage hangs.</summary>
internal sealed class StorageHealth(StoragePulse pulse, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await pulse.Beat().WaitAsync(Patience, time, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is TimeoutException || StorageTrouble.Of(failure) is not null)
        {
            return HealthCheckResult.Unhealthy("the storage takes nothing", failure);
        }
    }
}

/// <summary>Can its grains work?</summary>
internal sealed class SiloHealth(ISiloStatusOracle silo) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(silo.CurrentStatus == SiloStatus.Active
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"the silo is {silo.CurrentStatus}"));
}

/// <summary>A server that is about to stop takes nothing new.</summary>
internal sealed class StoppingHealth(IHostApplicationLifetime process) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(process.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("the server is stopping")
            : HealthCheckResult.Healthy());
}
