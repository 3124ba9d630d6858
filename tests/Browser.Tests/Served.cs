using Microsoft.Playwright;

namespace OpsGame.Browser.Tests;

/// <summary>A running server and a browser to come to it with; both end with whoever has them.</summary>
/// <param name="scenarios">Made for tests, instead of the library.</param>
public abstract class Served(params string[] scenarios) : IAsyncLifetime
{
    private Browsers _browsers = null!;

    internal RunningServer Server { get; } = new(scenarios);

    public async ValueTask InitializeAsync()
    {
        await Server.Start();
        _browsers = await Browsers.Launch();
    }

    public async ValueTask DisposeAsync()
    {
        await _browsers.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody opens the product, with a browser of their own.</summary>
    /// <param name="still">
    /// Wants reduced motion. Where dots are not what is looked at: drawing them without a graphics card takes a core.
    /// </param>
    /// <param name="tour">Is here for the first time; the others have seen the tour.</param>
    internal async Task<Person> Arrives(
        string locale = "en-GB", bool still = false, Action<IPage>? before = null, string path = "", bool tour = false) =>
        new(await _browsers.Open(Server.Url + path, locale, still, before, tour));
}
