using Microsoft.Playwright;

namespace OpsGame.Browser.Tests;

/// <summary>Debian's chromium; every person gets a window of their own (context: own storage, own cookies).</summary>
public sealed class Browsers : IAsyncDisposable
{
    private static readonly string[] Paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browsers(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browsers> Launch()
    {
        // a busy machine is slow, not wrong: how fast things are is printed, not asserted
        Assertions.SetDefaultExpectTimeout(60_000);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Array.Find(Paths, File.Exists)
                ?? throw new FileNotFoundException("chromium: apt-get install chromium"),
            Args =
            [
                "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        return new Browsers(playwright, browser);
    }

    /// <param name="still">Asks for reduced motion.</param>
    /// <param name="before">Who wants to hear what the page hears from the beginning.</param>
    /// <param name="tour">Has not seen the tour yet.</param>
    public async Task<IPage> Open(string url, string locale, bool still, Action<IPage>? before, bool tour)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = locale,
            ReducedMotion = still ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            ViewportSize = new ViewportSize { Width = 1280, Height = 720 },
        });
        if (!tour) await context.AddInitScriptAsync("localStorage.setItem('opsgame.tour', 'seen')");
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        before?.Invoke(page);
        await page.GotoAsync(url);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
