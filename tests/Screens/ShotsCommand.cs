using System.CommandLine;
using OpsGame.Browser.Tests;

namespace OpsGame.Screens;

/// <summary>
/// shots FOLDER: every screen in both languages and themes and in three sizes, and every scenario calm and overloaded.
/// </summary>
internal static class ShotsCommand
{
    private static readonly string[] Locales = ["en-GB", "ko-KR"];

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Where the pictures go." };
        var only = new Option<string?>("--only") { Description = "screens, scenarios or the id of one scenario; else all." };
        var command = new Command("shots", "Writes pictures of every screen and of every scenario.") { folder, only };
        command.SetAction(given => Run(new Album(given.GetValue(folder)!), given.GetValue(only)));
        return command;
    }

    private static async Task Run(Album album, string? only)
    {
        await using var server = new RunningServer();
        await server.Start();
        await using var browsers = await Browsers.Launch();
        Task<Person> Arrive(string locale, string path, bool tour = false) => Open(browsers, server.Url + path, locale, tour);

        foreach (var locale in Locales)
        {
            if (only is null or "screens") await new ScreenTour(album, locale, Arrive).Walk();
            if (only is not "screens") await new ScenarioTour(album, locale, Arrive).Walk(only is "scenarios" ? null : only);
        }

        Console.WriteLine($"{album.Count} pictures");
    }

    private static async Task<Person> Open(Browsers browsers, string url, string locale, bool tour) =>
        new(await browsers.Open(url, locale, still: false, before: null, tour));
}

/// <summary>Somebody comes to an address of the product, speaking a language; tour: for the first time.</summary>
internal delegate Task<Person> Arrival(string locale, string path, bool tour = false);
