using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace OpsGame.Browser.Tests;

/// <summary>Who has never seen a rack: a page of Learn with its knobs and its bet, and the tour, by keyboard.</summary>
public sealed partial class LearnTests(Place place)
{
    [Fact]
    public async Task AKnobTurnedChangesTheFigures()
    {
        await using var person = await place.Arrives(still: true, path: "/learn");
        await person.At("idea-load").ClickAsync();
        var latency = person.At("figure-0");
        await Expect(latency).ToHaveTextAsync(Milliseconds());
        var usual = await latency.InnerTextAsync();
        await person.At("knob-rate").FocusAsync();
        await person.Page.Keyboard.PressAsync("End");
        await Expect(latency).Not.ToHaveTextAsync(usual);
        await Expect(latency).ToHaveTextAsync(Milliseconds());
        await Expect(person.At("miniature")).ToHaveAttributeAsync("data-ready", "true");
    }

    [Fact]
    public async Task WhatHappensAnswersABet()
    {
        await using var person = await place.Arrives(still: true, path: "/learn/cache");
        await person.At("bet-0").CheckAsync();
        await person.At("bet-place").ClickAsync();
        await Expect(person.At("bet-told")).ToBeVisibleAsync();
        await Expect(person.At("knob-capacity")).ToHaveValueAsync("1");
    }

    [Fact]
    public async Task TheTourIsWalkedByKeyboardWhileTheClockStands()
    {
        await using var person = await place.Arrives(still: true, tour: true);
        await person.At($"play-{Place.Everything}").ClickAsync();
        await person.At("tour-start").ClickAsync();
        var text = person.At("tour-text");
        await Expect(text).ToHaveAttributeAsync("data-step", "users");
        await Expect(person.At("status")).ToHaveAttributeAsync("data-status", "paused");
        await person.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(text).Not.ToHaveAttributeAsync("data-step", "users");
        await person.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(text).ToHaveAttributeAsync("data-step", "users");
        for (var step = 0; step < 12 && await text.CountAsync() > 0; step++) await person.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(person.At("tour")).ToHaveCountAsync(0);
        await Expect(person.At("status")).ToHaveAttributeAsync("data-status", "running");
    }

    [GeneratedRegex(@"\d ms|\d s")]
    private static partial Regex Milliseconds();
}
