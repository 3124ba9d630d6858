using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Doors;
using OpsGame.Server.Tests.Lab;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>
/// The real server with three scenarios: everything, alone, and the lab's small one; and one more that is as large as any may be.
/// </summary>
public class Proving : TestServer
{
    public const string Everything = "everything";
    public const string Alone = "alone";
    public const string Crowded = "crowded";

    protected override string[] Settings(string directory)
    {
        string[] settings = [.. SmallLibrary.Write(directory), "--Lab:OpenPerAddress", "4"];
        var scenarios = Path.Combine(settings[1], "Scenarios");
        foreach (var name in new[] { Everything, Alone })
            File.Copy(Files.Path($"tests/Scenarios/{name}.yaml"), Path.Combine(scenarios, $"{name}.yaml"), overwrite: true);
        File.WriteAllText(Path.Combine(scenarios, $"{Crowded}.yaml"), Full());
        return settings;
    }

    public async Task<string> OrganiserCookie()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var link = Services.GetRequiredService<Organiser>().Link("http://x");
        using var welcome = await http.PostAsJsonAsync(
            new Uri("/api/organiser", UriKind.Relative),
            new { token = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..] });
        return welcome.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private const string Asking = """
        hints:
          - {from: 0s, points: 10, text: {en: It is full., ko: 가득 찼습니다.}}
        bet:
          question: {en: Does anything happen?, ko: 무슨 일이 일어날까요?}
          from: 27m
          until: 28m
          decided: 29m
          answers:
            - {alert: cpu, text: {en: It works hard., ko: 바쁘게 일합니다.}}
            - {text: {en: No., ko: 아니요.}}

        """;

    /// <summary>The lonely one with so many racks that nothing can be added, a hint, and a bet that is long to come.</summary>
    private static string Full()
    {
        var alone =
            Files.Read($"tests/Scenarios/{Alone}.yaml").Replace($"id: {Alone}", $"id: {Crowded}", StringComparison.Ordinal);
        var racks = string.Concat(Enumerable.Range(2, Limits.Components - 4).Select(i => $"  - {{id: rack-{i}, units: 1}}\n"));
        return alone.Replace("servers:\n", racks + "servers:\n", StringComparison.Ordinal)
            .Replace("score:\n", Asking + "score:\n", StringComparison.Ordinal);
    }
}
