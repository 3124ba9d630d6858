using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace OpsGame.Server.Hosting;

/// <summary>What those ask who start servers and send clients to them.</summary>
internal static class HealthDoor
{
    public const string Ready = "/health";

    /// <summary>
    /// /health/live: the process answers; if it does not, start it again. /health/ready (and /health): it can also save, its
    /// grains work and it is not about to stop; if not, send nobody there.
    /// </summary>
    public static void Map(WebApplication app)
    {
        app.MapHealthChecks($"{Ready}/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks($"{Ready}/ready");
        app.MapHealthChecks(Ready);
    }
}
