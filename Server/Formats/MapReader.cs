using OpsGame.Simulation;
using YamlDotNet.RepresentationModel;

namespace OpsGame.Server.Formats;

/// <summary>
/// One mapping of the file. Whatever is asked for is noted; what nobody asked for is an unknown key. A value that cannot be read
/// becomes a problem and a stand-in, so that reading goes on and finds the next mistake.
/// </summary>
internal sealed class MapReader
{
    private const int MostText = 4000;

    private readonly Dictionary<string, (YamlNode Key, YamlNode Value)> _entries = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private readonly string _name;

    /// <summary>Where the format is written down while it is read; usually nobody does.</summary>
    private readonly FormatKey? _format;

    public MapReader(YamlNode node, string name, Reading reading, FormatKey? format = null)
    {
        (Node, _name, Reading, _format) = (node, name, reading, format);
        _format?.Open(reading.Library);
        if (node is not YamlMappingNode mapping)
        {
            reading.Add(node, "wrong-type", $"{name} should be keys and values");
            return;
        }

        foreach (var (key, value) in mapping)
            if (key is YamlScalarNode { Value: { } text }) _entries[text] = (key, value);
            else reading.Add(key, "wrong-type", $"a key of {name} should be a word");
    }

    public YamlNode Node { get; }

    public Reading Reading { get; }

    /// <summary>As the file has them, in its order.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    public bool Has(string key)
    {
        _known.Add(key);
        return _entries.ContainsKey(key);
    }

    /// <summary>Where a key's value stands; the mapping itself where there is none.</summary>
    public YamlNode At(string key) => _entries.TryGetValue(key, out var entry) ? entry.Value : Node;

    /// <summary>A word that may stand instead of keys.</summary>
    public bool Is(string key, string word)
    {
        _format?.Key(key).Words.Add(word);
        return Has(key) && At(key) is YamlScalarNode scalar && scalar.Value == word;
    }

    /// <summary>A value that must be there.</summary>
    public T Read<T>(string key, Notation<T> notation, T standIn)
        where T : notnull
    {
        Asked(key, required: true)?.Holds(notation.Shape, null);
        if (Has(key)) return Value(key, notation, standIn);
        Missing(key, $"should be {notation.Like}");
        return standIn;
    }

    /// <summary>A value with a default.</summary>
    /// <param name="says">The default in words, where it depends on other keys.</param>
    public T ReadOr<T>(string key, T byDefault, Notation<T> notation, string? says = null)
        where T : notnull
    {
        Asked(key, required: false)?.Holds(notation.Shape, says ?? notation.Show(byDefault));
        return Has(key) ? Value(key, notation, byDefault) : byDefault;
    }

    /// <summary>A value whose absence says something too.</summary>
    /// <param name="says">What its absence means, in words.</param>
    public T? ReadIfThere<T>(string key, Notation<T> notation, T standIn, string says = "none")
        where T : class
    {
        Asked(key, required: false)?.Holds(notation.Shape, says);
        return Has(key) ? Value(key, notation, standIn) : null;
    }

    /// <summary>A choice whose absence leaves it to something else.</summary>
    /// <param name="says">To what, in words.</param>
    public T? ReadIfChosen<T>(string key, Notation<T> notation, string says)
        where T : struct, Enum
    {
        Asked(key, required: false)?.Holds(notation.Shape, says);
        return Has(key) ? Value(key, notation, default) : null;
    }

    /// <summary>The value of a key that the format does not name.</summary>
    public string Any(string key, int most)
    {
        _known.Add(key);
        if (_format is not null) _format.AnyKey = true;
        return Value(key, Notations.Text(most), "");
    }

    /// <summary>A mapping inside this one.</summary>
    /// <param name="says">What its absence means, in words.</param>
    public MapReader? Map(string key, bool required = false, string says = "none")
    {
        var format = Asked(key, required);
        format?.StandsFor(says);
        if (Has(key)) return new MapReader(At(key), key, Reading, format);
        if (required) Missing(key, "should be keys and values");
        return null;
    }

    /// <summary>A list of mappings; empty where it may be left out.</summary>
    public IEnumerable<MapReader> List(string key, string item, int most, bool required = false, string says = "none")
    {
        var format = Asked(key, required);
        format?.StandsFor(says);
        format?.HoldsList(most);
        if (!Has(key))
        {
            if (required) Missing(key, $"should be a list with at least one {item}");
            return [];
        }

        if (At(key) is not YamlSequenceNode list)
        {
            Reading.Add(At(key), "wrong-type", $"{key} should be a list; start each {item} with a -");
            return [];
        }

        if (required && list.Children.Count == 0) Reading.Add(list, "missing-key", $"{key} should have at least one {item}");
        if (list.Children.Count > most) Reading.Add(list, "out-of-range", $"{key} should have at most {most} entries");
        return list.Children.Take(most).Select(node => new MapReader(node, item, Reading, format));
    }

    /// <summary>A text in both languages; outside the library a name may stand in for it.</summary>
    public LocalText Texts(string key, string standIn)
    {
        Asked(key, Reading.Library)?.StandsFor("its id");
        if (!Has(key))
        {
            if (Reading.Library) Missing(key, "should be {en: …, ko: …}");
            return new LocalText(standIn, standIn);
        }

        var map = new MapReader(At(key), key, Reading, _format?.Key(key));
        var text = Notations.Text(MostText);
        var both = new LocalText(map.Read("en", text, standIn), map.Read("ko", text, standIn));
        map.Close();
        return both;
    }

    /// <summary>Everything has been asked for: what is left is unknown.</summary>
    public void Close()
    {
        foreach (var (name, entry) in _entries)
        {
            if (_known.Contains(name)) continue;
            var help = ForeignNames.Meant(name, _known) ?? $"it may have {string.Join(", ", _known)}";
            Reading.Add(entry.Key, "unknown-key", $"{_name} has no '{Short(name)}'; {help}");
        }
    }

    private FormatKey? Asked(string key, bool required)
    {
        var format = _format?.Key(key);
        if (required) format?.Demand(Reading.Library);
        return format;
    }

    private void Missing(string key, string like) => Reading.Add(Node, "missing-key", $"{_name} needs '{key}', which {like}");

    private T Value<T>(string key, Notation<T> notation, T standIn)
        where T : notnull
    {
        var node = At(key);
        if (node is not YamlScalarNode { Value: { } text })
        {
            Reading.Add(node, "wrong-type", $"'{key}' should be {notation.Like}");
            return standIn;
        }

        if (!notation.TryRead(text, out var value))
        {
            var meant = Likeness.Of(text, notation.Shape.Choices);
            Reading.Add(node, notation.Code, meant is null
                ? $"'{key}' is '{Short(text)}' but should be {notation.Like}"
                : $"'{key}' is '{Short(text)}'; did you mean '{meant}'?");
            return standIn;
        }

        var limit = notation.Limit?.Invoke(value);
        if (limit is null) return value;
        Reading.Add(node, "out-of-range", $"'{key}' is '{Short(text)}' but {limit}");
        return standIn;
    }

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..57]}...";
}
