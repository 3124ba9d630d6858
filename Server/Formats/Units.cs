using System.Globalization;
using System.Text.RegularExpressions;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Formats;

/// <summary>Amounts as people write them: always with their unit, so no reader has to guess.</summary>
internal static partial class Units
{
    /// <summary>A billion dollars: far beyond any drill, and safely inside a long of nano-dollars.</summary>
    private const decimal MostDollars = 1_000_000_000m;

    public const string DurationShape = Durations.Shape;
    public const string MemoryShape = @"^(\d+(?:\.\d+)?)(MiB|GiB)$";
    public const string IdShape = "^[a-z][a-z0-9-]*$";
    public const string VersionShape = "^[A-Za-z0-9][A-Za-z0-9._-]*$";

    private const long NanoDollarsPerDollar = 1_000_000_000;

    // from large to small; every unit that ends another one's name stands after it
    private static readonly (string Unit, double Scale)[] ByteUnits = [("MB", 1e6), ("kB", 1e3), ("B", 1)];
    private static readonly (string Unit, double Scale)[] BitRateUnits = [("Gbit/s", 1e9), ("Mbit/s", 1e6)];

    public static bool TryDuration(string text, out long ns) => Durations.TryRead(text, out ns);

    public static bool TryRate(string text, out double perSecond)
    {
        perSecond = 0;
        return text.EndsWith("/s", StringComparison.Ordinal) && TryNumber(text[..^2], out perSecond);
    }

    public static bool TryMoney(string text, out long nanoDollars)
    {
        nanoDollars = 0;
        if (!text.StartsWith('$') || !TryDecimal(text[1..], out var dollars) || dollars > MostDollars) return false;
        nanoDollars = (long)(dollars * NanoDollarsPerDollar);
        return true;
    }

    public static bool TryPrice(string text, out long nanoDollarsPerHour)
    {
        nanoDollarsPerHour = 0;
        return text.EndsWith("/h", StringComparison.Ordinal) && TryMoney(text[..^2], out nanoDollarsPerHour);
    }

    public static bool TryMemory(string text, out int mebibytes)
    {
        mebibytes = 0;
        var match = MemoryPattern().Match(text);
        if (!match.Success || !TryDecimal(match.Groups[1].Value, out var number)) return false;
        var whole = number * (match.Groups[2].Value == "GiB" ? 1024 : 1);
        if (whole > int.MaxValue || whole != decimal.Truncate(whole)) return false;
        mebibytes = (int)whole;
        return true;
    }

    public static bool TryKibibytes(string text, out double kibibytes)
    {
        kibibytes = 0;
        return text.EndsWith("KiB", StringComparison.Ordinal) && TryNumber(text[..^3], out kibibytes);
    }

    public static bool TryBytes(string text, out double bytes) => TryScaled(text, ByteUnits, out bytes);

    public static string ShowBytes(double bytes) => ShowScaled(bytes, ByteUnits);

    public static bool TryBitRate(string text, out double bitsPerSecond) => TryScaled(text, BitRateUnits, out bitsPerSecond);

    public static string ShowBitRate(double bitsPerSecond) => ShowScaled(bitsPerSecond, BitRateUnits);

    public static bool TryCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out count);

    public static bool TryNumber(string text, out double number) =>
        double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);

    public static bool TryId(string text, out string id) => IdPattern().IsMatch(id = text) && text.Length <= Limits.NameLength;

    public static bool TryVersion(string text, out string version) =>
        VersionPattern().IsMatch(version = text) && text.Length <= Limits.NameLength;

    public static string Show(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    public static string ShowDuration(long ns) => Durations.Show(ns);

    public static string ShowMoney(long nanoDollars) =>
        string.Create(CultureInfo.InvariantCulture, $"${nanoDollars / (decimal)NanoDollarsPerDollar:0.00#######}");

    private static bool TryScaled(string text, (string Unit, double Scale)[] units, out double value)
    {
        foreach (var (unit, scale) in units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal) || !TryNumber(text[..^unit.Length], out value)) continue;
            value *= scale;
            return true;
        }

        value = 0;
        return false;
    }

    private static string ShowScaled(double value, (string Unit, double Scale)[] units)
    {
        var (unit, scale) = Array.Find(units, known => value >= known.Scale);
        return unit is null ? $"{Show(value / units[^1].Scale)}{units[^1].Unit}" : $"{Show(value / scale)}{unit}";
    }

    private static bool TryDecimal(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && text.Length <= 18;

    [GeneratedRegex(MemoryShape, RegexOptions.CultureInvariant)]
    private static partial Regex MemoryPattern();

    [GeneratedRegex(IdShape, RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(VersionShape, RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();
}
