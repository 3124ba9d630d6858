using OpsGame.Server.Tests.Play;

namespace OpsGame.Server.Tests.Hosting;

public sealed class BrowserCookieTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Page = "text/html";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ABrowserGetsItsCookieWithThePageAndWithItsFirstConnection()
    {
        var set = Assert.Single(await Ask(HttpMethod.Get, "/join/7KQ2MX", Page));
        Assert.Matches("^opsgame-browser=[0-9a-f]{32};", set);
        Assert.Contains("httponly", set, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", set, StringComparison.OrdinalIgnoreCase);
        var other = Assert.Single(await Ask(HttpMethod.Post, "/hub/negotiate?negotiateVersion=1"));
        Assert.NotEqual(set.Split(';')[0], other.Split(';')[0]);
    }

    [Fact]
    public async Task AValidCookieIsKeptAndAForgedOneIsReplaced()
    {
        Assert.Empty(await Ask(HttpMethod.Get, "/", Page, "opsgame-browser=00112233445566778899aabbccddeeff"));
        Assert.Single(await Ask(HttpMethod.Get, "/", Page, "opsgame-browser=everybody"));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/api/organiser")]
    public async Task OnlyPagesSetTheCookie(string path) => Assert.Empty(await Ask(HttpMethod.Get, path));

    private async Task<string[]> Ask(HttpMethod method, string path, string? accept = null, string? cookie = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(method, path);
        if (accept is not null) request.Headers.Add("Accept", accept);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request, Stop);
        return answer.Headers.TryGetValues("Set-Cookie", out var values) ? [.. values] : [];
    }
}
