using System.Diagnostics;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

public sealed class DrillTests(ITestOutputHelper output) : Served
{
    [Fact]
    public async Task PlayNowShowsMovingRequests()
    {
        var person = await Arrives();
        var since = Stopwatch.StartNew();
        await person.At("play-now").ClickAsync();
        await person.SeesRequestsMove();
        output.WriteLine($"requests move {since.Elapsed.TotalSeconds:0.0} s after the click");

        await person.SeesRequestsMove(atLeast: 30);
        await person.SeesRequestsArrive();
        await Expect(person.At("service-level")).ToContainTextAsync("%");
    }

    [Fact]
    public async Task TwoTeamsSeeTheirOwnEstates()
    {
        var (instructor, blue, green) = (await Arrives(), await Arrives(), await Arrives());
        await instructor.CreatesDrill("balancer-health-checks", "Ada", "Blue", "Green");
        var code = await instructor.ReadsCode();
        await blue.Joins(code, "Bob", "Blue");
        await green.Joins(code, "Cho", "Green");
        await Expect(instructor.Page.GetByText("Cho").First).ToBeVisibleAsync();
        await instructor.At("start").ClickAsync();
        await blue.SeesRequestsMove();
        await green.SeesRequestsMove();

        await blue.Acts("balancer", "detach", ("server", "web-1"));

        await blue.SeesState("web-1", "detached");
        await green.SeesState("web-1", "healthy");
        await Expect(blue.At("event-feed")).ToContainTextAsync("Bob");
        await Expect(green.At("event-feed")).Not.ToContainTextAsync("Bob");
        await Expect(blue.At("component-web-1").Locator("[data-of=requests]")).ToHaveTextAsync("0");
        await Expect(green.At("component-web-1").Locator("[data-of=requests]")).Not.ToHaveTextAsync("0");

        // the same users with the same luck: only the detached server makes the difference
        await instructor.At("speed").SelectOptionAsync("8");
        await blue.Page.WaitForFunctionAsync(
            "() => document.querySelector('[data-testid=clock]').textContent.match(/0[3-9]:/)", null, new() { Timeout = 90_000 });
        await instructor.At("pause").ClickAsync();
        await Expect(blue.At("status")).ToContainTextAsync("aused");
        await Expect(green.At("status")).ToContainTextAsync("aused");
        Assert.NotEqual(await blue.Score(), await green.Score());
    }

    [Fact]
    public async Task WrongCodesAndNamesAreRefusedWithAClearTextAndChangeNothing()
    {
        var (instructor, guest) = (await Arrives(), await Arrives());
        await instructor.CreatesDrill("balancer-health-checks", "Ada", "Blue");
        var code = await instructor.ReadsCode();

        await guest.LooksUp("ZZZZZZ");
        await Expect(guest.At("refusal")).ToContainTextAsync("code");

        await guest.LooksUp(code);
        foreach (var (name, says) in new[] { ("", "name"), (new string('x', 41), "40"), ("<b>Bob</b>", "letters") })
        {
            await guest.At("join-name").FillAsync(name);
            await guest.At("join-submit").ClickAsync();
            await Expect(guest.At("refusal")).ToContainTextAsync(says, new() { IgnoreCase = true });
        }

        await Expect(instructor.At("team-t1")).Not.ToContainTextAsync("Bob");
        await guest.At("join-name").FillAsync("Bob");
        await guest.At("join-submit").ClickAsync();
        await Expect(instructor.Page.GetByText("Bob").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AnObserverSeesButMayNotAct()
    {
        var (instructor, observer) = (await Arrives(), await Arrives());
        await instructor.CreatesDrill("balancer-health-checks", "Ada", "Blue");
        await observer.Joins(await instructor.ReadsCode(), "Olga", "Blue", "observer");
        await instructor.At("start").ClickAsync();
        await observer.SeesRequestsMove();

        await observer.Selects("balancer");

        await Expect(observer.At("only-players")).ToContainTextAsync("Only players act");
        await Expect(observer.At("action-detach")).ToHaveCountAsync(0);
        await observer.SeesState("web-1", "healthy");
    }

    [Fact]
    public async Task AKilledServerBringsEverybodyBackIntoTheirSeats()
    {
        var (instructor, blue) = (await Arrives(), await Arrives());
        await instructor.CreatesDrill("balancer-health-checks", "Ada", "Blue");
        await blue.Joins(await instructor.ReadsCode(), "Bob", "Blue");
        await instructor.At("start").ClickAsync();
        await blue.SeesRequestsMove();
        await blue.Acts("balancer", "detach", ("server", "web-1"));
        await blue.SeesState("web-1", "detached");

        await Server.Kill();
        await Expect(blue.At("reconnecting")).ToBeVisibleAsync();
        await Server.Start();
        var since = Stopwatch.StartNew();

        await Expect(blue.At("reconnecting")).ToBeHiddenAsync();
        await Expect(blue.At("status")).ToContainTextAsync("unning");
        output.WriteLine($"back in the seat {since.Elapsed.TotalSeconds:0.0} s after the server was healthy");
        await blue.SeesState("web-1", "detached");
        await Expect(blue.At("event-feed")).ToContainTextAsync("Bob");
        await blue.Acts("balancer", "attach", ("server", "web-1"));
        await blue.SeesState("web-1", "healthy");
        await Expect(instructor.At("reconnecting")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task APlayerIsToldWhenARunningSystemFallsSilent()
    {
        var person = await Arrives();
        await person.At("play-now").ClickAsync();
        await person.SeesRequestsMove();
        await Expect(person.At("silent")).ToBeHiddenAsync();
        await Server.Freeze();
        await Expect(person.At("silent")).ToContainTextAsync("Waiting for the system");
        await Server.Thaw();
        await Expect(person.At("silent")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task EveryScreenIsInKoreanToo()
    {
        var person = await Arrives("ko-KR");
        await person.At("play-now").ClickAsync();
        await person.SeesRequestsMove();

        var text = await person.Page.Locator("body").InnerTextAsync();

        Assert.Contains("점수", text, StringComparison.Ordinal);
        Assert.Equal("ko", await person.Page.Locator("html").GetAttributeAsync("lang"));
    }
}
