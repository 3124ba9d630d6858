using System.Text.Json;
using Microsoft.Playwright;

namespace OpsGame.Screens;

/// <summary>What the page's scripts took of the processor from one frame to the next, as the browser records it.</summary>
/// <param name="sorted">In milliseconds.</param>
internal sealed class Frames(double[] sorted)
{
    private const string Frame = "FireAnimationFrame";

    /// <summary>What of the browser's records is script.</summary>
    private static readonly HashSet<string> Script =
        [Frame, "FunctionCall", "EventDispatch", "TimerFire", "RunMicrotasks", "EvaluateScript"];

    private static readonly string[] Categories = ["devtools.timeline"];

    public int Count => sorted.Length;

    public double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    /// <summary>After everything that nobody needs has been thrown away.</summary>
    public static async Task<double> HeapMb(IPage page)
    {
        var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("HeapProfiler.collectGarbage");
        var usage = await line.SendAsync("Runtime.getHeapUsage");
        return usage!.Value.GetProperty("usedSize").GetDouble() / 1e6;
    }

    public static async Task<Frames> Of(IPage page, TimeSpan watched)
    {
        var line = await page.Context.NewCDPSessionAsync(page);
        List<Record> records = [];
        var all = new TaskCompletionSource();
        line.Event("Tracing.dataCollected").OnEvent += (_, data) => records.AddRange(RecordsOf(data!.Value));
        line.Event("Tracing.tracingComplete").OnEvent += (_, _) => all.TrySetResult();
        await line.SendAsync("Tracing.start", new()
        {
            ["transferMode"] = "ReportEvents",
            ["traceConfig"] = new { includedCategories = Categories },
        });
        await Task.Delay(watched);
        await line.SendAsync("Tracing.end");
        await all.Task;
        return new Frames([.. PerFrame(records).Order()]);
    }

    /// <summary>A call that another one made is a part of it.</summary>
    private static List<double> PerFrame(List<Record> records)
    {
        var thread = records.Where(one => one.Name == Frame).GroupBy(one => one.Thread).MaxBy(frames => frames.Count())!.Key;
        List<double> frames = [];
        var end = 0.0;
        foreach (var one in records.Where(one => one.Thread == thread).OrderBy(one => one.FromUs).ThenByDescending(one => one.Us))
        {
            if (one.FromUs < end) continue;
            end = one.FromUs + one.Us;
            if (one.Name == Frame) frames.Add(0);
            if (frames.Count > 0) frames[^1] += one.CpuUs / 1000;
        }

        return frames;
    }

    private static IEnumerable<Record> RecordsOf(JsonElement data) =>
        from one in data.GetProperty("value").EnumerateArray()
        let name = one.GetProperty("name").GetString()!
        where Script.Contains(name) && one.TryGetProperty("dur", out _)
        let us = one.GetProperty("dur").GetDouble()
        let cpuUs = one.TryGetProperty("tdur", out var cpu) ? cpu.GetDouble() : us
        let thread = (one.GetProperty("pid").GetInt32(), one.GetProperty("tid").GetInt32())
        select new Record(name, thread, one.GetProperty("ts").GetDouble(), us, cpuUs);

    private sealed record Record(string Name, (int Process, int Thread) Thread, double FromUs, double Us, double CpuUs);
}
