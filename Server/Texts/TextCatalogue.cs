using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpsGame.Server.Texts;

/// <summary>Codes → texts in both languages: refusals, events, alerts, score lines. An unknown code is its own text.</summary>
public sealed partial class TextCatalogue
{
    private readonly ImmutableSortedDictionary<string, string> _en;
    private readonly ImmutableSortedDictionary<string, string> _ko;

    private TextCatalogue(ImmutableSortedDictionary<string, string> en, ImmutableSortedDictionary<string, string> ko) =>
        (_en, _ko) = (en, ko);

    /// <summary>The texts this server was built with.</summary>
    public static TextCatalogue Embedded { get; } = new(Load("texts.en.json"), Load("texts.ko.json"));

    /// <summary>Every code that has a text.</summary>
    public IEnumerable<string> Codes => _en.Keys;

    /// <summary>
    /// The text of a code, its {0}, {1} … filled in as they are: an argument is never read as a pattern. {0:failure} stands for
    /// the text of the code failure-{0}, where there is one; {0:time} for so many seconds as people say them.
    /// </summary>
    public Text Of(string code, ImmutableArray<string> args) =>
        new(Fill(_en, code, args, Spoken.English), Fill(_ko, code, args, Spoken.Korean));

    public Text Of(string code) => Of(code, []);

    /// <summary>With more texts, which only some place needs.</summary>
    public TextCatalogue With(IEnumerable<(string Code, Text Text)> more)
    {
        var added = more.ToArray();
        return new TextCatalogue(
            _en.SetItems(added.Select(each => KeyValuePair.Create(each.Code, each.Text.En))),
            _ko.SetItems(added.Select(each => KeyValuePair.Create(each.Code, each.Text.Ko))));
    }

    private static string Fill(
        ImmutableSortedDictionary<string, string> texts, string code, ImmutableArray<string> args, Spoken spoken)
    {
        if (!texts.TryGetValue(code, out var pattern)) return code;
        return Placeholder().Replace(pattern, match =>
        {
            var index = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            if (args.IsDefault || index >= args.Length) return "?";
            var kind = match.Groups[2];
            if (kind.Value == Spoken.Kind) return spoken.Of(args[index]);
            return kind.Success ? texts.GetValueOrDefault($"{kind.Value}-{args[index]}", args[index]) : args[index];
        });
    }

    private static ImmutableSortedDictionary<string, string> Load(string name)
    {
        using var stream = typeof(TextCatalogue).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
        return texts.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{(\d)(?::([a-z]+))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
