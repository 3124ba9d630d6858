using System.Globalization;

namespace OpsGame.Server.Texts;

/// <summary>Seconds as people say them: only as exact as matters at that length.</summary>
internal sealed record Spoken(string Days, string Hours, string Minutes, string Seconds)
{
    /// <summary>How a text asks for it.</summary>
    public const string Kind = "time";

    private const double Minute = 60;
    private const double Hour = 60 * Minute;
    private const double Day = 24 * Hour;

    public static Spoken English { get; } = new(" days", " hours", " min", " s");

    public static Spoken Korean { get; } = new("일", "시간", "분", "초");

    /// <summary>What is no number stays as it is.</summary>
    public string Of(string seconds)
    {
        if (!double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return seconds;
        if (value >= 2 * Day) return Show(Math.Floor(value / Day), Days);
        if (value >= 2 * Hour) return Show(Math.Floor(value / Hour), Hours);
        if (value < Minute) return seconds + Seconds;
        var (minutes, rest) = (Math.Floor(value / Minute), Math.Floor(value % Minute));
        return rest > 0 ? $"{Show(minutes, Minutes)} {Show(rest, Seconds)}" : Show(minutes, Minutes);
    }

    private static string Show(double number, string unit) => number.ToString("0", CultureInfo.InvariantCulture) + unit;
}
