using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Server.Doors;
using OpsGame.Server.Tests.Play;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Hosting;

/// <summary>A browser that keeps its cookie, as far as the organiser's door needs one.</summary>
internal sealed class Browser(TestServer server, string from = RawLine.Here) : IDisposable
{
    private static readonly Uri Door = new("/api/organiser", UriKind.Relative);

    private readonly HttpClient _http = RawLine.Http(server.Address, from);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>As it was set last; null: deleted, or never there.</summary>
    public string? Cookie { get; private set; }

    public static string TokenOf(string link) => link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];

    public static string LinkOf(TestServer server) => server.Services.GetRequiredService<Organiser>().Link("http://x");

    /// <summary>Why it was told no last; null: it never was.</summary>
    public Refusal? Told { get; private set; }

    public Task<HttpStatusCode> SignIn() => SignIn(TokenOf(LinkOf(server)));

    public async Task<HttpStatusCode> SignIn(string token) =>
        (await Send(HttpMethod.Post, Door, JsonContent.Create(new { token }))).StatusCode;

    public async Task<HttpStatusCode> SignOut() => (await Send(HttpMethod.Delete, Door)).StatusCode;

    public async Task<HttpStatusCode> SignOutEverywhere() =>
        (await Send(HttpMethod.Delete, new Uri("/api/organiser/everywhere", UriKind.Relative))).StatusCode;

    public async Task<bool> IsOrganiser() => (await Send(HttpMethod.Get, Door)).StatusCode == HttpStatusCode.NoContent;

    /// <summary>Another link, if it may have one.</summary>
    public async Task<string?> AnotherLink()
    {
        using var answer = await Send(HttpMethod.Post, new Uri("/api/organiser/link", UriKind.Relative));
        if (!answer.IsSuccessStatusCode) return null;
        return (await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>(Stop))!["link"];
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> Send(HttpMethod method, Uri path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Cookie is not null) request.Headers.Add("Cookie", Cookie);
        var answer = await _http.SendAsync(request, Stop);
        if (!answer.IsSuccessStatusCode) Told = await answer.Content.ReadFromJsonAsync<Refusal>(Stop);
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return answer;
        var (cookie, deleted) = (set.Single(), set.Single().Contains("1970", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Cookie = deleted ? null : cookie.Split(';')[0];
        return answer;
    }
}
