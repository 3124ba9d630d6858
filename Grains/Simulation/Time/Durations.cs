using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsGame.Simulation.Time;

/// <summary>Durations as people write them, always with their unit: 250ms, 5s, 1m30s, 4h.</summary>
public static partial class Durations
{
    public const string Shape = @"^(?:(\d+(?:\.\d+)?)(us|ms|s|m|h))+$";

    /// <summary>Digits of one amount; nobody means more than fit a long.</summary>
    private const int MostDigits = 18;

    private static readonly (string Unit, long Ns)[] Units =
    [
        ("h", 3600 * Nanoseconds.PerSecond), ("m", 60 * Nanoseconds.PerSecond), ("s", Nanoseconds.PerSecond),
        ("ms", Nanoseconds.PerMillisecond), ("us", 1000),
    ];

    /// <summary>One amount (250ms) or several from large to small (1m30s).</summary>
    public static bool TryRead(string text, out long ns)
    {
        ns = 0;
        var match = Pattern().Match(text);
        if (!match.Success) return false;
        var (sum, smallest) = (0m, long.MaxValue);
        for (var part = 0; part < match.Groups[2].Captures.Count; part++)
        {
            var length = Units.First(known => known.Unit == match.Groups[2].Captures[part].Value).Ns;
            if (length >= smallest || !TryNumber(match.Groups[1].Captures[part].Value, out var number)) return false;
            sum += number * length;
            smallest = length;
        }

        if (sum > long.MaxValue / 2) return false;
        ns = (long)sum;
        return true;
    }

    /// <summary>In the largest unit that needs no fraction.</summary>
    public static string Show(long ns)
    {
        if (ns == 0) return "0s";
        foreach (var (unit, length) in Units)
            if (ns % length == 0) return string.Create(CultureInfo.InvariantCulture, $"{ns / length}{unit}");
        return string.Create(CultureInfo.InvariantCulture, $"{ns / 1000m}us");
    }

    private static bool TryNumber(string text, out decimal number)
    {
        number = 0;
        return text.Length <= MostDigits
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    [GeneratedRegex(Shape, RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
