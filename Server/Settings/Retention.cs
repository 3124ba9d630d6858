using System.Globalization;

namespace OpsGame.Server.Settings;

/// <summary>Setting Drills:KeepFor.</summary>
/// <param name="KeepFor">How long a drill stays once it is over; null: until somebody deletes it. Default: null.</param>
internal sealed record Retention(TimeSpan? KeepFor)
{
    private const string Setting = "Drills:KeepFor";

    /// <summary>Beyond any use, and far from the limits of dates.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromDays(36_500);

    /// <summary>A whole number with its unit: 30s, 90m, 12h, 30d.</summary>
    public static Retention Of(IConfiguration configuration) => configuration[Setting] is { } text
        ? new Retention(Read(text) ?? throw new SettingException(
            $"{Setting} is a whole number above 0 with its unit (30d, 12h, 90m, 30s), at most {Most.Days}d: {text}"))
        : new Retention(KeepFor: null);

    private static TimeSpan? Read(string text)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        TimeSpan? unit = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => null,
        };
        return number > 0 && unit is { } one && number <= Most / one ? number * one : null;
    }
}
