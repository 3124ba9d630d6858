using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>An incident from the alert to the verdict, by two people who see what the other one does.</summary>
public sealed class IncidentTests(Place place)
{
    [Fact]
    public async Task TwoPlayersHandleAnIncidentAndLearnWhetherTheirCauseWasRight()
    {
        await using var ada = await place.Arrives(still: true);
        await using var bo = await place.Arrives(still: true);
        await using var cy = await place.Arrives(still: true);
        await PlayAndHang(ada, bo, cy);

        // declared with two keys and a few words
        await bo.Page.Keyboard.PressAsync("i");
        await Expect(bo.At("param-severity")).ToBeVisibleAsync();
        await bo.Fills([("severity", "sev1"), ("what", "Half of the pages hang")]);
        await bo.At("param-what").PressAsync("Enter");
        await Expect(cy.At("channel-incident")).ToContainTextAsync("SEV1");
        await cy.At("channel-incident").ClickAsync();
        await Expect(cy.At("incident")).ToContainTextAsync("Half of the pages hang");

        await bo.At("role-commander").ClickAsync();
        await bo.Fills([("role", "commander")]);
        await bo.At("incident-submit").ClickAsync();
        await Expect(cy.At("role-commander")).ToContainTextAsync("Bo");

        await cy.At("incident-post-status").ClickAsync();
        await cy.Fills([("text", "We know and are at it.")]);
        await cy.At("param-text").PressAsync("Enter");
        await Expect(bo.At("incident")).ToContainTextAsync("Cy We know and are at it.");
        await Expect(bo.At("incident")).ToContainTextAsync("Investigating");

        // who looks is seen looking, and what is found is everybody's
        await ada.At("speed").SelectOptionAsync("0.5");
        foreach (var (component, look, finds) in new[]
        {
            ("web-1", "list-processes", "app 1"), ("database", "show-locks", "No lock was contended."),
        })
        {
            await cy.Looks(component);
            await bo.Looks(component);
            await bo.At($"take-{look}").ClickAsync();
            await Expect(cy.At($"look-{look}")).ToContainTextAsync("Bo is looking");
            await Expect(cy.At($"take-{look}")).ToBeDisabledAsync();
            await Expect(cy.At($"finding-{look}")).ToContainTextAsync("by Bo");
            await Expect(cy.At($"look-{look}")).ToContainTextAsync(finds);
            await Expect(bo.At($"look-{look}")).ToContainTextAsync(finds);
        }

        // named from the list, which is searched by what it means too
        await bo.NamesCause("web-1", "accepts requests and never", "hung-backend");
        await cy.NamesCause("database", "deadl", "deadlocks");
        await Expect(bo.At("incident").Locator("li .kind.open")).ToHaveCountAsync(2);

        await bo.ActsOnSecondLook("web-1", "restart-server");
        await ada.At("speed").SelectOptionAsync("8");
        await Expect(bo.At("alerts")).ToContainTextAsync("No open alerts.");
        await bo.At("incident-close-incident").ClickAsync();
        await bo.At("incident-submit").ClickAsync();
        foreach (var person in new[] { bo, cy })
        {
            await Expect(person.At("incident")).ToContainTextAsync("closed at");
            await Expect(person.At("incident").Locator("li", new() { HasText = "web-1" })).ToContainTextAsync("Cause: right");
            await Expect(person.At("incident").Locator("li", new() { HasText = "database" })).ToContainTextAsync("Cause: wrong");
        }
    }

    /// <summary>A drill of Ada's that Bo and Cy play, with a hung server that an alert tells of.</summary>
    private static async Task PlayAndHang(Person ada, Person bo, Person cy)
    {
        await ada.CreatesDrill(Place.Everything, "Ada", "Red");
        var code = await ada.ReadsCode();
        await bo.Joins(code, "Bo", "Red");
        await cy.Joins(code, "Cy", "Red");
        await ada.At("start").ClickAsync();
        await bo.SeesItRun();

        await ada.At("inject").ClickAsync();
        await ada.At("inject-server-hang").ClickAsync();
        await ada.At("inject-target").SelectOptionAsync("web-1");
        await ada.At("inject-submit").ClickAsync();
        await Expect(bo.At("alerts").Locator(".row.critical, .row.warning").First).ToBeVisibleAsync();
    }
}
