using System.Text;
using OpsGame.Simulation.Ticks;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace OpsGame.Server.Formats;

/// <summary>Text → YAML nodes with their line and column, after a first pass that keeps hostile and ambiguous ones out.</summary>
internal static class YamlTree
{
    /// <summary>A rich scenario has some 20 KiB.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>The deepest place of the format is 5; beyond this a file wants to hurt.</summary>
    public const int MostDepth = 16;

    private const string ControlCharacter = "control-character";
    private const string UnseenHere = "a character stands here that nobody can see; delete it";

    /// <summary>A scenario's tree.</summary>
    public static YamlMappingNode? Read(string text, Reading reading) =>
        Read<YamlMappingNode>(text, "the file should be one document of keys and values, starting with id:", reading);

    /// <summary>A document whose root is of one kind.</summary>
    /// <param name="like">Said when it is of another.</param>
    public static TNode? Read<TNode>(string text, string like, Reading reading)
        where TNode : YamlNode
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
        {
            reading.Add(Mark.Empty, "too-large", "the file is larger than 256 KiB; nothing needs that much");
            return null;
        }

        if (Unprintable(text) is { } place)
        {
            reading.Add(place, ControlCharacter, UnseenHere);
            return null;
        }

        var scanner = new Scanner(new StringReader(text));
        try
        {
            Guard(new Parser(scanner), reading);
            return reading.Failed ? null : Load<TNode>(text, like, reading);
        }
        catch (YamlException broken)
        {
            if (Indented(text) is { } tab) reading.Add(tab, "syntax", "a tab stands here; YAML indents with spaces");
            else reading.Add(broken.Start, "syntax", $"not readable as YAML: {broken.Message}");
        }
        catch (Exception stumble) when (stumble is InvalidOperationException or ArgumentException)
        {
            // The library's own ways to stumble, e.g. over a [ that is never closed.
            reading.Add(scanner.CurrentPosition, "syntax", "not readable as YAML: is a [, { or quote not closed before here?");
        }

        return null;
    }

    /// <summary>
    /// Where YAML's first character is that is not to be printed (the library would take some of them for the end of the text).
    /// </summary>
    private static Mark? Unprintable(string text)
    {
        var unseen = Unseen.In(text) ?? text.Length;
        for (int at = 0, line = 1, start = 0; at < text.Length; at++)
        {
            if (text[at] == '\n') (line, start) = (line + 1, at + 1);
            else if (at == unseen || (char.IsControl(text[at]) && text[at] is not ('\t' or '\r' or '\u0085')))
                return new Mark(at, line, at - start + 1);
        }

        return null;
    }

    /// <summary>Where a tab indents first: the library stumbles over it, and says so of the text's beginning.</summary>
    private static Mark? Indented(string text)
    {
        var (line, start, indents) = (1, 0, true);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n') (line, start, indents) = (line + 1, at + 1, true);
            else if (text[at] == '\t' && indents) return new Mark(at, line, at - start + 1);
            else if (!char.IsWhiteSpace(text[at])) indents = false;
        }

        return null;
    }

    private static TNode? Load<TNode>(string text, string like, Reading reading)
        where TNode : YamlNode
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents is [{ RootNode: TNode root }]) return root;
        reading.Add(Mark.Empty, "wrong-type", like);
        return null;
    }

    /// <summary>Aliases can make a small file huge, and the second of two equal keys would silently win or lose.</summary>
    private static void Guard(Parser parser, Reading reading)
    {
        var open = new Stack<Collection>();
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
                reading.Add(
                    current.Start, "anchor",
                    "anchors (&) and aliases (*) are not used in scenarios; write the value again");
            // it may be written as an escape
            if (current is Scalar { Value: var value } && Unprintable(value) is not null)
                reading.Add(current.Start, ControlCharacter, UnseenHere);
            if (current is NodeEvent) Enter(open, current, reading);
            if (current is MappingStart) open.Push(new Collection(new HashSet<string>(StringComparer.Ordinal)));
            if (current is SequenceStart) open.Push(new Collection(null));
            if (current is MappingEnd or SequenceEnd) open.Pop();
            if (open.Count <= MostDepth) continue;
            reading.Add(current.Start, "too-deep", $"nested deeper than {MostDepth} levels");
            return;
        }
    }

    /// <summary>Notes a node in the collection that holds it; in a mapping every second node is a key.</summary>
    private static void Enter(Stack<Collection> open, ParsingEvent current, Reading reading)
    {
        if (!open.TryPeek(out var holder) || holder.Keys is null) return;
        if (!holder.AtValue && current is Scalar key && !holder.Keys.Add(key.Value))
            reading.Add(key.Start, "duplicate", $"'{key.Value}' stands here twice; keep one");
        holder.AtValue = !holder.AtValue;
    }

    /// <summary>A mapping (with its keys so far) or a sequence that is being read.</summary>
    private sealed class Collection(HashSet<string>? keys)
    {
        public HashSet<string>? Keys { get; } = keys;

        public bool AtValue { get; set; }
    }
}
