using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using OpsGame.Server.Hosting;

namespace OpsGame.Server.Tests.Hosting;

public sealed class StoppingHealthTests
{
    [Fact]
    public async Task AServerThatIsAboutToStopIsNotReady()
    {
        var process = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var health = new StoppingHealth(process);
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(new HealthCheckContext(), stop)).Status);

        process.StopApplication();

        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(new HealthCheckContext(), stop)).Status);
    }
}
