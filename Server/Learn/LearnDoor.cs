using System.Collections.Immutable;
using System.Globalization;
using System.Threading.RateLimiting;
using OpsGame.Server.Doors;

namespace OpsGame.Server.Learn;

/// <summary>Where browsers get the pages of Learn and their films.</summary>
internal static class LearnDoor
{
    private const string Path = "/api/learn";
    private const string Policy = "films";

    /// <summary>An address; a hand at a knob asks for two a second at most, and a class sits behind one address.</summary>
    private const int FilmsAMinute = 600;

    public static void AddLearn(this IServiceCollection services, string library)
    {
        var own = System.IO.Path.Combine(library, IdeaLibrary.Folder);
        services.AddSingleton(IdeaLibrary.Load(Directory.Exists(own) ? own : IdeaLibrary.DefaultDirectory));
        services.AddSingleton<Films>();
        services.AddRateLimiter(limiter => limiter.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
            Addresses.Of(http),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = FilmsAMinute, Window = TimeSpan.FromMinutes(1) })));
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (IdeaLibrary library) => Results.Json(IdeaJson.Cards(library)));
        routes.MapGet($"{Path}/{{id}}", (string id, IdeaLibrary library) => library.Find(id) is { } idea
            ? Results.Json(IdeaJson.Page(idea, library.Set(idea, [.. idea.Knobs.Select(knob => knob.Usual)]).System))
            : Results.NotFound());
        routes.MapGet($"{Path}/{{id}}/film", Show).RequireRateLimiting(Policy);
    }

    private static async Task<IResult> Show(string id, IdeaLibrary library, Films films, HttpContext http)
    {
        if (library.Find(id) is not { } idea) return Results.NotFound();
        if (Turned(idea, http.Request.Query) is not { } turned) return Results.BadRequest();
        return Results.Json(IdeaJson.Of(await films.Of(idea, turned).WaitAsync(http.RequestAborted), idea.Speed));
    }

    /// <summary>The place of each knob's value; null: there is none at such a place.</summary>
    private static ImmutableArray<int>? Turned(Idea idea, IQueryCollection query)
    {
        var turned = ImmutableArray.CreateBuilder<int>();
        foreach (var knob in idea.Knobs)
        {
            var at = knob.Usual;
            if (query[knob.Id].FirstOrDefault() is { } asked
                && !(int.TryParse(asked, CultureInfo.InvariantCulture, out at) && at >= 0 && at < knob.Values.Length))
                return null;
            turned.Add(at);
        }

        return turned.ToImmutable();
    }
}
