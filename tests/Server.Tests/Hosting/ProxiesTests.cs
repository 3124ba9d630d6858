using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Doors;
using OpsGame.Server.Hosting;
using OpsGame.Server.Settings;

namespace OpsGame.Server.Tests.Hosting;

/// <summary>Where a request came from is what a known proxy says, and nobody else.</summary>
public sealed class ProxiesTests
{
    private const string Known = "--Proxies:Known";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("192.0.2.1", HttpStatusCode.TooManyRequests)]
    [InlineData("192.0.2.1, 127.0.0.0/8", HttpStatusCode.Unauthorized)]
    public async Task GuessesCountByTheAddressAKnownProxyTells(string known, HttpStatusCode last)
    {
        await using var server = await SetServer.Begin(Known, known);
        using var http = RawLine.Http(server.Address);
        HttpStatusCode answer = default;
        for (var i = 0; i < 12; i++)
        {
            using var said = await SignIn(http, "guess", ("X-Forwarded-For", $"198.51.100.{i + 1}"));
            answer = said.StatusCode;
        }

        Assert.Equal(last, answer);
    }

    [Theory]
    [InlineData("192.0.2.1", false)]
    [InlineData("127.0.0.1", true)]
    public async Task TheCookieIsSecureOnlyBehindAKnownHttpsProxy(string known, bool secure)
    {
        await using var server = await SetServer.Begin(Known, known);
        using var http = RawLine.Http(server.Address);
        var link = server.Services.GetRequiredService<Organiser>().Link("");
        using var welcome = await SignIn(
            http, link.Split('=')[1], ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "game.example"));
        Assert.Equal(HttpStatusCode.NoContent, welcome.StatusCode);
        Assert.Equal(secure, welcome.Headers.GetValues("Set-Cookie").Single().Contains("secure", StringComparison.Ordinal));
        Assert.Equal(secure, welcome.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("", "127.0.0.1", false)]
    [InlineData("10.1.0.0/16, 192.0.2.7", "10.1.255.1", true)]
    [InlineData("10.1.0.0/16, 192.0.2.7", "10.2.0.1", false)]
    [InlineData("10.1.0.0/16, 192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("2001:db8::/32", "2001:db8::7", true)]
    public void AProxyIsKnownByItsAddressOrNetwork(string known, string address, bool knows) =>
        Assert.Equal(knows, Of(known).Know(IPAddress.Parse(address)));

    [Theory]
    [InlineData("balancer")]
    [InlineData("10.0.0.1, 10.1.0.0/33")]
    public void AnInvalidProxyAddressIsReportedWithItsSetting(string known) =>
        Assert.StartsWith("Proxies:Known ", Assert.Throws<SettingException>(() => Of(known)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void AddressesOfOneNetworkCountAsOne(string address, string one) =>
        Assert.Equal(one, Addresses.Of(IPAddress.Parse(address)));

    private static Proxies Of(string known) =>
        Proxies.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Proxies:Known", known)]).Build());

    private static async Task<HttpResponseMessage> SignIn(
        HttpClient http, string token, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/organiser");
        request.Content = JsonContent.Create(new { token });
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await http.SendAsync(request, Stop);
    }
}
