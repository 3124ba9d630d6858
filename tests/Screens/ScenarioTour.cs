using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Screens;

/// <summary>Every scenario in a sandbox: as it begins, and with far more users than it can serve.</summary>
internal sealed class ScenarioTour(Album album, string locale, Arrival arrive)
{
    private const string Surge = "6";

    private static readonly (int Width, int Height) Size = (1280, 720);

    private ColorScheme Theme => locale == "en-GB" ? ColorScheme.Dark : ColorScheme.Light;

    /// <param name="only">One of them; null: all.</param>
    public async Task Walk(string? only)
    {
        string[] all;
        await using (var person = await arrive(locale, ""))
        {
            var buttons = person.Page.Locator("[data-testid^=sandbox-]");
            await Expect(buttons.First).ToBeVisibleAsync();
            all = await buttons.EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.testid.slice('sandbox-'.length))");
        }

        foreach (var scenario in all.Where(one => only is null || one == only)) await Look(scenario);
    }

    private async Task Look(string scenario)
    {
        await using var person = await arrive(locale, "");
        await person.At($"sandbox-{scenario}").ClickAsync();
        await person.SeesItRun();
        await person.At("speed").SelectOptionAsync("4");
        await person.SeesTimePass(12);
        await person.At("speed").SelectOptionAsync("1");
        await person.SeesTimePass(3);
        await album.One(person, $"scenario-{scenario}-calm", locale, Theme, Size);
        await person.At("inject").ClickAsync();
        await person.At("inject-traffic-surge").ClickAsync();
        await person.Fills([("amount", Surge)]);
        await person.At("inject-submit").ClickAsync();
        await person.At("speed").SelectOptionAsync("4");
        await person.SeesTimePass(20);
        await person.At("speed").SelectOptionAsync("1");
        await person.SeesTimePass(3);
        await album.One(person, $"scenario-{scenario}-overloaded", locale, Theme, Size);
    }
}
