using System.Collections.Immutable;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Formats;

internal delegate bool TryRead<T>(string text, out T value);

/// <summary>How a kind of value is written, and what it may be.</summary>
/// <param name="Code">Of the problem when it is written otherwise.</param>
/// <param name="Like">Completes "should be …".</param>
/// <param name="Shape">The same for editors and documents.</param>
/// <param name="Show">Writes a value back the same way, for naming limits.</param>
/// <param name="Limit">What would be right when a well-written value is none that works; null when it does.</param>
internal sealed record Notation<T>(
    string Code, string Like, Shape Shape, TryRead<T> TryRead, Func<T, string> Show, Func<T, string?>? Limit = null)
    where T : notnull
{
    public Notation<T> Between(T least, T most)
    {
        var comparer = Comparer<T>.Default;
        return this with
        {
            Shape = Shape with
            {
                Range = $"{Show(least)} – {Show(most)}",
                Numbers = (least, most) switch
                {
                    (int low, int high) when Shape.Type == "integer" => (low, high),
                    (double low, double high) when Shape.Type == "number" => (low, high),
                    _ => null,
                },
            },
            Limit = value => comparer.Compare(value, least) >= 0 && comparer.Compare(value, most) <= 0
                ? null
                : $"should be between {Show(least)} and {Show(most)}",
        };
    }

    /// <summary>Limits that are no two ends.</summary>
    /// <param name="range">They, for people.</param>
    public Notation<T> Limited(string range, Func<T, string?> limit) =>
        this with { Shape = Shape with { Range = range }, Limit = limit };

    /// <summary>A word that stands for a value no limit applies to, e.g. endless.</summary>
    public Notation<T> Or(string word, T meaning) => this with
    {
        Like = $"{Like}, or {word}",
        Shape = Shape with { Words = Shape.Words.Add(word) },
        Show = value => value.Equals(meaning) ? word : Show(value),
        TryRead = (string text, out T value) =>
        {
            if (text != word) return TryRead(text, out value);
            value = meaning;
            return true;
        },
        Limit = value => value.Equals(meaning) ? null : Limit?.Invoke(value),
    };
}

/// <summary>The notations of scenario files.</summary>
internal static class Notations
{
    private const string Decimal = @"(\d+\.?\d*|\.\d+)";

    public static readonly Notation<long> Duration = new(
        "wrong-unit", "a duration with its unit, such as 250ms, 5s, 1m30s or 4h",
        new Shape("string", "duration", Units.DurationShape),
        Units.TryDuration, Units.ShowDuration);

    /// <summary>A time of the drill.</summary>
    public static Notation<long> Moment(long durationNs)
    {
        var within = Duration.Between(0, durationNs);
        return within with { Shape = within.Shape with { Range = "within the drill" } };
    }

    /// <summary>A time of the drill, or an earliest and a latest.</summary>
    public static Notation<(long FromNs, long UntilNs)> Span(long durationNs)
    {
        var one = Units.DurationShape.TrimStart('^').TrimEnd('$');
        return new Notation<(long FromNs, long UntilNs)>(
            "wrong-unit", "a time of the drill, such as 90s, or an earliest and a latest, such as 60s..3m",
            new Shape("string", "duration, or a range of them", $@"^{one}(\.\.{one})?$") { Range = "within the drill" },
            TrySpan, Show,
            span => span.UntilNs < span.FromNs ? "should end after it begins"
                : span.UntilNs > durationNs ? $"should be between 0s and {Units.ShowDuration(durationNs)}"
                : null);

        static bool TrySpan(string text, out (long FromNs, long UntilNs) span)
        {
            span = default;
            var ends = text.Split("..");
            if (ends.Length > 2 || !Units.TryDuration(ends[0], out var from) || !Units.TryDuration(ends[^1], out var until))
                return false;
            span = (from, until);
            return true;
        }

        static string Show((long FromNs, long UntilNs) span) => span.FromNs == span.UntilNs
            ? Units.ShowDuration(span.FromNs)
            : $"{Units.ShowDuration(span.FromNs)}..{Units.ShowDuration(span.UntilNs)}";
    }

    /// <summary>One or more of something, each once, with the word or between them.</summary>
    public static Notation<ImmutableArray<string>> Several(Notation<string> one)
    {
        var each = (one.Shape.Pattern ?? "").TrimStart('^').TrimEnd('$');
        return new Notation<ImmutableArray<string>>(
            one.Code, $"{one.Like}; or several of them with or between",
            one.Shape with { Unit = $"{one.Shape.Unit}, or several with or between", Pattern = $"^{each}( or {each})*$" },
            (string text, out ImmutableArray<string> all) =>
            {
                all = [.. text.Split(" or ")];
                return all.All(part => one.TryRead(part, out _));
            },
            all => string.Join(" or ", all.Select(one.Show)),
            all => all.Distinct(StringComparer.Ordinal).Count() == all.Length ? null : "should name each only once");
    }

    public static readonly Notation<double> Rate = new(
        "wrong-unit", "a rate a second, such as 40/s", new Shape("string", "rate", $"^[+-]?{Decimal}/s$"),
        Units.TryRate, value => $"{Units.Show(value)}/s");

    public static readonly Notation<long> Money = new(
        "wrong-unit", "an amount of money, such as $3.50", new Shape("string", "money", $@"^\${Decimal}$"),
        Units.TryMoney, Units.ShowMoney);

    public static readonly Notation<long> Price = new(
        "wrong-unit", "a price an hour, such as $1.20/h", new Shape("string", "price", $@"^\${Decimal}/h$"),
        Units.TryPrice, value => $"{Units.ShowMoney(value)}/h");

    public static readonly Notation<int> Memory = new(
        "wrong-unit", "an amount of memory, such as 4GiB or 512MiB", new Shape("string", "memory", Units.MemoryShape),
        Units.TryMemory, value => $"{value}MiB");

    /// <summary>Of a message.</summary>
    public static readonly Notation<double> Bytes = new Notation<double>(
        "wrong-unit", "a number of bytes, such as 800B, 12kB or 1.5MB",
        new Shape("string", "bytes", $"^[+-]?{Decimal}(B|kB|MB)$"),
        Units.TryBytes, Units.ShowBytes).Between(0, 100e6);

    public static readonly Notation<double> BitRate = new(
        "wrong-unit", "a bit rate, such as 100Mbit/s or 1Gbit/s",
        new Shape("string", "bit rate", $"^[+-]?{Decimal}(Mbit|Gbit)/s$"),
        Units.TryBitRate, Units.ShowBitRate);

    /// <summary>Memory that is lost with every request.</summary>
    public static readonly Notation<double> Leak = new Notation<double>(
        "wrong-unit", "an amount of memory in KiB, such as 20KiB", new Shape("string", "memory", $"^[+-]?{Decimal}KiB$"),
        Units.TryKibibytes, value => $"{Units.Show(value)}KiB").Between(0, 10_000);

    public static readonly Notation<int> Count = new(
        "wrong-type", "a whole number without a unit", new Shape("integer", "count"), Units.TryCount, value => Units.Show(value));

    public static readonly Notation<double> Number = new(
        "wrong-type", "a number without a unit", new Shape("number", "number"), Units.TryNumber, Units.Show);

    public static readonly Notation<double> Share = Number.Between(0, 1);

    public static readonly Notation<bool> Flag = new(
        "wrong-type", "true or false", new Shape("boolean", "true or false"),
        (string text, out bool value) => (value = text == "true") || text == "false", value => value ? "true" : "false");

    /// <summary>Ids stand in commands, plans and addresses, so they are plain.</summary>
    public static readonly Notation<string> Id = new(
        "bad-name", $"a name of a–z, 0–9 and -, starting with a letter, at most {Limits.NameLength} characters",
        new Shape("string", "id", Units.IdShape)
        {
            MostLength = Limits.NameLength, Range = $"at most {Limits.NameLength} characters",
        },
        Units.TryId, value => value);

    public static readonly Notation<string> Version = new(
        "bad-name", $"a version of letters, digits and . _ -, at most {Limits.NameLength} characters",
        new Shape("string", "version", Units.VersionShape)
        {
            MostLength = Limits.NameLength, Range = $"at most {Limits.NameLength} characters",
        },
        Units.TryVersion, value => value);

    public static Notation<string> Text(int most) => new(
        "missing-key", "a text", new Shape("string", "text") { MostLength = most, Range = $"at most {most} characters" },
        (string text, out string value) => (value = text.Trim()).Length > 0, value => value,
        value => value.Length <= most ? null : $"should have at most {most} characters");

    public static Notation<T> OneOf<T>()
        where T : struct, Enum =>
        new("not-a-choice", $"one of {string.Join(", ", Kebab.All<T>())}",
            new Shape("string", "choice") { Choices = [.. Kebab.All<T>()], Range = string.Join(", ", Kebab.All<T>()) },
            Kebab.TryRead, Kebab.Of);

    public static Notation<string> OneOf(IReadOnlyCollection<string> words) =>
        new("not-a-choice", $"one of {string.Join(", ", words)}",
            new Shape("string", "choice") { Choices = [.. words], Range = string.Join(", ", words) },
            (string text, out string value) => words.Contains(value = text), value => value);

    /// <summary>The name of something else in the file.</summary>
    public static Notation<string> Reference(string kind, IReadOnlyCollection<string> known) => new(
        "dangling",
        known.Count == 0 ? $"the id of a {kind}, but there is none" : $"the id of a {kind}: {string.Join(", ", known)}",
        new Shape("string", "id", Units.IdShape) { Range = $"of a {kind}" },
        (string text, out string value) => known.Contains(value = text), value => value);
}
