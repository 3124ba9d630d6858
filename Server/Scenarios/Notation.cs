using OpsGame.Simulation;

namespace OpsGame.Server.Scenarios;

internal delegate bool TryRead<T>(string text, out T value);

/// <summary>How a kind of value is written, and what it may be.</summary>
/// <param name="Code">Of the problem when it is written otherwise.</param>
/// <param name="Like">Completes "should be …".</param>
/// <param name="Show">Writes a value back the same way, for naming limits.</param>
/// <param name="Limit">What would be right when a well-written value is none that works; null when it does.</param>
internal sealed record Notation<T>(
    string Code, string Like, TryRead<T> TryRead, Func<T, string> Show, Func<T, string?>? Limit = null)
    where T : notnull
{
    public Notation<T> Between(T least, T most)
    {
        var comparer = Comparer<T>.Default;
        return this with
        {
            Limit = value => comparer.Compare(value, least) >= 0 && comparer.Compare(value, most) <= 0
                ? null
                : $"should be between {Show(least)} and {Show(most)}",
        };
    }

    /// <summary>A word that stands for a value no limit applies to, e.g. endless.</summary>
    public Notation<T> Or(string word, T meaning) => this with
    {
        Like = $"{Like}, or {word}",
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
    public static readonly Notation<long> Duration =
        new("wrong-unit", "a duration with its unit, such as 250ms, 5s, 1m30s or 4h", Units.TryDuration, Units.ShowDuration);

    public static readonly Notation<double> Rate =
        new("wrong-unit", "a rate a second, such as 40/s", Units.TryRate, value => $"{Units.Show(value)}/s");

    public static readonly Notation<long> Money =
        new("wrong-unit", "an amount of money, such as $3.50", Units.TryMoney, Units.ShowMoney);

    public static readonly Notation<long> Price =
        new("wrong-unit", "a price an hour, such as $1.20/h", Units.TryPrice, value => $"{Units.ShowMoney(value)}/h");

    public static readonly Notation<int> Memory =
        new("wrong-unit", "an amount of memory, such as 4GiB or 512MiB", Units.TryMemory, value => $"{value}MiB");

    public static readonly Notation<int> Count =
        new("wrong-type", "a whole number without a unit", Units.TryCount, value => Units.Show(value));

    public static readonly Notation<double> Number = new("wrong-type", "a number without a unit", Units.TryNumber, Units.Show);

    public static readonly Notation<double> Share = Number.Between(0, 1);

    public static readonly Notation<bool> Flag = new(
        "wrong-type", "true or false", (string text, out bool value) => (value = text == "true") || text == "false",
        value => value ? "true" : "false");

    /// <summary>Ids stand in commands, plans and addresses, so they are plain.</summary>
    public static readonly Notation<string> Id = new(
        "bad-name", $"a name of a–z, 0–9 and -, starting with a letter, at most {Limits.NameLength} characters", Units.TryId,
        value => value);

    public static readonly Notation<string> Version = new(
        "bad-name", $"a version of letters, digits and . _ -, at most {Limits.NameLength} characters", Units.TryVersion,
        value => value);

    public static Notation<string> Text(int most) => new(
        "missing-key", "a text", (string text, out string value) => (value = text.Trim()).Length > 0, value => value,
        value => value.Length <= most ? null : $"should have at most {most} characters");

    public static Notation<T> OneOf<T>()
        where T : struct, Enum =>
        new("not-a-choice", $"one of {string.Join(", ", Kebab.All<T>())}", Kebab.TryRead, Kebab.Of);

    /// <summary>The name of something else in the file.</summary>
    public static Notation<string> Reference(string kind, IReadOnlyCollection<string> known) => new(
        "dangling",
        known.Count == 0 ? $"the id of a {kind}, but there is none" : $"the id of a {kind}: {string.Join(", ", known)}",
        (string text, out string value) => known.Contains(value = text), value => value);
}
