using System.CommandLine;
using System.Globalization;
using OpsGame.Browser.Tests;
using OpsGame.Load;

namespace OpsGame.Screens;

/// <summary>
/// frames: how much script a frame of the picture takes with 200 components and 2 000 dots, and what the page keeps in memory.
/// Drawing itself is not in it: without a graphics card the processor does it.
/// </summary>
internal static class FramesCommand
{
    private const int Components = 200;

    /// <summary>So many times as dense as the traffic is: about 2 000 dots.</summary>
    private const int Times = 13;

    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(20);

    public static Command Create()
    {
        var minutes = new Option<double>("--minutes")
        {
            Description = "Between the first and the last figures.", DefaultValueFactory = _ => 1,
        };
        var command = new Command("frames", "Script a frame, and memory, with 200 components and 2 000 dots.") { minutes };
        command.SetAction(given => Run(TimeSpan.FromMinutes(given.GetValue(minutes))));
        return command;
    }

    private static async Task Run(TimeSpan apart)
    {
        var library = Directory.CreateTempSubdirectory("opsgame-frames-");
        SizedScenario.WriteTo(library);
        await using var server = new RunningServer { Library = library.FullName };
        await server.Start();
        await using var browsers = await Browsers.Launch();
        await using var person = new Person(await browsers.Open(server.Url, "en-GB", still: false, before: null, tour: false));
        await person.At($"play-{SizedScenario.IdOf(Components)}").ClickAsync();
        await person.SeesRequestsMove();
        await person.Page.EvaluateAsync(
            "times => document.querySelector('[data-testid=picture]').parentElement.dataset.times = times", Times);
        await Task.Delay(Settles);
        Console.WriteLine("| after, min | frames | script a frame, ms: p50 | p95 | p99 | dots | heap, MB |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|--:|");
        Console.WriteLine(await Look(person, 0));
        await Task.Delay(apart);
        Console.WriteLine(await Look(person, apart.TotalMinutes));
        library.Delete(recursive: true);
    }

    private static async Task<string> Look(Person person, double minutes)
    {
        var frames = await Frames.Of(person.Page, Watched);
        var dots = await person.Page.EvaluateAsync<int>(
            "() => Number(document.querySelector('[data-testid=picture]').dataset.dots)");
        var heapMb = await Frames.HeapMb(person.Page);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {minutes:0.#} | {frames.Count} | {frames.At(0.5):0.0} | {frames.At(0.95):0.0} | {frames.At(0.99):0.0} "
            + $"| {dots} | {heapMb:0.0} |");
    }
}
