using OpsGame.Browser.Tests;

[assembly: AssemblyFixture(typeof(Place))]

namespace OpsGame.Browser.Tests;

/// <summary>A server with scenarios that are made for tests, and a browser: shared by all who only play drills of their own.</summary>
public sealed class Place : IAsyncLifetime
{
    public const string Everything = "everything";
    public const string Rollouts = "rollouts";

    private readonly RunningServer _server = new(Everything, Rollouts);
    private Browsers _browsers = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.Start();
        _browsers = await Browsers.Launch();
    }

    public async ValueTask DisposeAsync()
    {
        await _browsers.DisposeAsync();
        await _server.DisposeAsync();
    }

    internal async Task<Person> Arrives(string locale = "en-GB", Action<Microsoft.Playwright.IPage>? before = null) =>
        new(await _browsers.Open(_server.Url, locale, before));
}
