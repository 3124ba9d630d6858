using System.Threading.RateLimiting;
using OpsGame.Server.Doors;
using OpsGame.Server.Plans;
using OpsGame.Server.Schemas;
using OpsGame.Server.Verification;

namespace OpsGame.Server.Hosting;

/// <summary>
/// What the client fetches as files: the schema of plans, the comparison of the rollouts, and verified entries of boards for
/// whoever wants to verify them too.
/// </summary>
internal static class Downloads
{
    private const string Policy = "downloads";

    /// <summary>An address; an entry is some hundred kilobytes.</summary>
    private const int EntriesAMinute = 60;

    private static readonly Lazy<string> Schema = new(() => SchemaWriter.Write(PlanSchema.Of(FileFormat.OfPlans())));

    private static readonly Lazy<string> Comparison = new(ComparisonFiles.Figures);

    public static void AddDownloads(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
            Addresses.Of(http),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = EntriesAMinute, Window = TimeSpan.FromMinutes(1) }));
    });

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/plan.schema.json", () => Results.Text(Schema.Value, "application/schema+json"));
        routes.MapGet("/api/comparison.json", () => Results.Text(Comparison.Value, "application/json"));
        routes.MapGet("/api/entries/{id}", (string id, Entries entries) => Send(id, entries)).RequireRateLimiting(Policy);
        routes.MapGet(
            "/api/entries/{drill}/{team}", (string drill, string team, Entries entries) => Send($"{drill}/{team}", entries))
            .RequireRateLimiting(Policy);
    }

    private static async Task<IResult> Send(string id, Entries entries) =>
        await entries.Shown(id) is { } entry
            ? Results.File(
                System.Text.Encoding.UTF8.GetBytes(EntryJson.Write(entry)), "application/json", $"{id.Replace('/', '-')}.json")
            : Results.NotFound();
}
