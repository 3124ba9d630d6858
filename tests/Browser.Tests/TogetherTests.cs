using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>Two people of one team: what they see before they act, and of each other.</summary>
public sealed class TogetherTests : Served
{
    [Fact]
    public async Task AnActionIsPreviewedToldToTheOtherAndUndone()
    {
        var (ada, kim, lee) = (await Arrives(still: true), await Arrives(still: true), await Arrives(still: true));
        await ada.CreatesDrill("balancer-health-checks", "Ada", "Blue");
        var code = await ada.ReadsCode();
        await kim.Joins(code, "Kim", "Blue");
        await lee.Joins(code, "Lee", "Blue");
        await ada.At("start").ClickAsync();
        await kim.SeesItRun();
        // who acts beside another is told within some seconds of the drill: a busy machine needs more of its own
        await ada.At("speed").SelectOptionAsync("0.5");

        // the form starts from what is set now
        await kim.Selects("balancer");
        await kim.Presses("set-drain-time");
        await Expect(kim.At("preview-undo")).ToBeVisibleAsync();
        var before = await kim.At("param-seconds").InputValueAsync();
        await kim.At("param-seconds").FillAsync("7");
        await Expect(kim.At("preview-undo")).ToHaveTextAsync("possible");
        await kim.At("action-submit").ClickAsync();
        await Expect(kim.At("event-feed")).ToContainTextAsync("7 s");

        // the other is told before and after
        await lee.Selects("balancer");
        await lee.Presses("set-slow-start");
        await Expect(lee.At("preview-beside")).ToContainTextAsync("Kim");
        await lee.At("param-seconds").FillAsync("3");
        await lee.At("action-submit").ClickAsync();
        await Expect(lee.At("told")).ToContainTextAsync("Kim");

        await kim.Page.Keyboard.PressAsync("Control+z");
        await Expect(lee.At("event-feed")).ToContainTextAsync("undid");
        await kim.Presses("set-drain-time");
        await Expect(kim.At("param-seconds")).ToHaveValueAsync(before);

        // what cuts says so before it is pressed; who is second is refused with the name
        await kim.Selects("web-1");
        await kim.At("action-restart-server").HoverAsync();
        await Expect(kim.At("preview-requests")).ToContainTextAsync("cut");
        await Expect(kim.At("preview-undo")).ToHaveTextAsync("not possible");
        await lee.Selects("web-1");
        await kim.ActsOnSecondLook("web-1", "restart-server");
        await lee.SeesState("web-1", "restarting");
        await lee.At("action-restart-server").ClickAsync();
        await Expect(lee.At("preview-refusal")).ToContainTextAsync("Kim");
        await lee.At("action-submit").ClickAsync();
        await Expect(lee.At("refusal")).ToContainTextAsync("Kim");
    }
}
