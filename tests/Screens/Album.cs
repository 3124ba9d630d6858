using Microsoft.Playwright;
using OpsGame.Browser.Tests;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Screens;

/// <summary>Pictures in a folder: SCREEN/LANGUAGE-THEME-SIZE.png.</summary>
internal sealed class Album(DirectoryInfo folder)
{
    /// <summary>What changes with the window has found its place by then.</summary>
    private const int SettlesMs = 350;

    private static readonly (int Width, int Height)[] Sizes = [(1280, 720), (1920, 1080), (390, 844)];

    private static readonly ColorScheme[] Themes = [ColorScheme.Dark, ColorScheme.Light];

    public int Count { get; private set; }

    /// <summary>In every theme and size.</summary>
    public async Task Take(Person person, string screen, string locale)
    {
        foreach (var (width, height) in Sizes)
            foreach (var theme in Themes)
                await One(person, screen, locale, theme, (width, height));
        await person.Page.SetViewportSizeAsync(Sizes[0].Width, Sizes[0].Height);
    }

    public async Task One(Person person, string screen, string locale, ColorScheme theme, (int Width, int Height) size)
    {
        await person.Page.SetViewportSizeAsync(size.Width, size.Height);
        await person.Page.EmulateMediaAsync(new() { ColorScheme = theme });
        await Expect(person.Page.Locator("html")).ToHaveAttributeAsync("data-theme", $"{theme}", new() { IgnoreCase = true });
        await Task.Delay(SettlesMs);
        var file = $"{locale[..2]}-{theme.ToString().ToUpperInvariant()[..1]}-{size.Width}x{size.Height}.png";
        // a colour that is still on its way to another would be neither
        var path = Path.Combine(folder.FullName, screen, file);
        await person.Page.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
        Count++;
    }
}
