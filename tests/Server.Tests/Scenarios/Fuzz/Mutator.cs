using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpsGame.Server.Tests.Scenarios.Fuzz;

/// <summary>Damages a file's text in one to four ways; the same seed damages it the same way.</summary>
internal sealed partial class Mutator(int seed, IReadOnlyList<string> files)
{
    private static readonly string[] Values =
    [
        "", "~", "null", "true", "0", "-1", "1", "0.5", "1e308", "-1e308", "1e-320", "NaN", ".inf", "-.inf", "0x10", "0o17",
        "1_000", "007",
        "99999999999999999999999999", "9223372036854775807", "-9223372036854775808", "2147483648", "4294967296",
        "0.0000000000001", "1e3",
        "0s", "-1s", "1ns", "999999999999999999s", "9999999999999999h", "1h1h", "1s1m", "0.0001us", "4h", "10s", "99999/s",
        "100001/s", "0/s", "-0/s",
        "1e9/s", "$0", "$-1", "$99999999999999999999", "$0/h", "$1e9/h", "0MiB", "99999999GiB", "1.5MiB", "exp(0ms)", "exp(1us)",
        "exp(10m)",
        "exp(99999999999999h)", "exp(exp(1ms))", "uniform(1ms, 1ms)", "\"lognormal(1ms, scv 1e9)\"",
        "\"lognormal(1ms, scv 100)\"", "fixed(-1ms)",
        "v1", "web-1", "rack-1", "balancer", "users", "endless", "none", "deep", "{}", "[]", "{a: {b: {c: d}}}", "[[[[]]]]",
        "!!int 3", "&a 1", "*a",
        "|", ">-", "\"", "'", "\"\\u0000\"", "\u202e", "데이터베이스", "😀", "ﬀ", "\ud800", "٣", "５", "a\u0301", "#", "? x", "- x",
        "%TAG", "---", "...",
    ];

    private readonly Random _random = new(seed);

    public string Mutate()
    {
        var text = files[_random.Next(files.Count)];
        // Half of them are damaged once only: those are the ones that may still be scenarios.
        for (var times = _random.Next(2) == 0 ? 1 : _random.Next(2, 5); times > 0; times--) text = Once(text);
        return text;
    }

    private string Once(string text) => _random.Next(15) switch
    {
        0 => Bytes(text),
        1 => Lines(text, (lines, at) => lines.RemoveAt(at)),
        2 => Lines(text, (lines, at) => lines.Insert(_random.Next(lines.Count), lines[at])),
        3 => Lines(text, (lines, at) => Swap(lines, at, _random.Next(lines.Count))),
        4 or 5 => Value(text),
        6 or 7 or 13 or 14 => Scale(text),
        8 => Subtree(text, (lines, from, count) => lines.InsertRange(from, lines.GetRange(from, count))),
        9 => Subtree(text, (lines, from, count) => lines.RemoveRange(from, count)),
        10 => Subtree(text, Move),
        11 => Deep(text),
        _ => Graft(text),
    };

    private string Bytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var times = _random.Next(1, 8); times > 0 && bytes.Count > 1; times--)
        {
            var at = _random.Next(bytes.Count);
            var kind = _random.Next(3);
            if (kind == 0) bytes[at] = (byte)_random.Next(256);
            else if (kind == 1) bytes.Insert(at, (byte)_random.Next(256));
            else bytes.RemoveAt(at);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private string Lines(string text, Action<List<string>, int> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines, _random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    /// <summary>A value behind a colon becomes another.</summary>
    private string Value(string text) => Replace(text, ValuePattern(), _ => Values[_random.Next(Values.Length)]);

    /// <summary>A number becomes a larger, a smaller, a negative one.</summary>
    private string Scale(string text) => Replace(text, NumberPattern(), number =>
    {
        double[] factors = [0, 0.001, 0.1, 0.5, 0.9, 1.1, 2, 3, 10, 1000, 1e6, 1e12, -1];
        var value = double.Parse(number, CultureInfo.InvariantCulture) * factors[_random.Next(factors.Length)];
        return value.ToString("0.######", CultureInfo.InvariantCulture);
    });

    private string Replace(string text, Regex pattern, Func<string, string> change)
    {
        var found = pattern.Matches(text);
        if (found.Count == 0) return text;
        var chosen = found[_random.Next(found.Count)].Groups[1];
        return text[..chosen.Index] + change(chosen.Value) + text[(chosen.Index + chosen.Length)..];
    }

    /// <summary>A line and everything indented below it.</summary>
    private string Subtree(string text, Action<List<string>, int, int> change) =>
        Lines(text, (lines, at) => change(lines, at, Size(lines, at)));

    private void Move(List<string> lines, int from, int count)
    {
        var cut = lines.GetRange(from, count);
        lines.RemoveRange(from, count);
        lines.InsertRange(_random.Next(lines.Count + 1), cut);
    }

    /// <summary>A subtree of another file, as deep as it lies there.</summary>
    private string Graft(string text)
    {
        var other = files[_random.Next(files.Count)].Split('\n').ToList();
        var from = _random.Next(other.Count);
        return Lines(text, (lines, at) => lines.InsertRange(at, other.GetRange(from, Size(other, from))));
    }

    private string Deep(string text)
    {
        var depth = _random.Next(1, 3000);
        var open = string.Concat(Enumerable.Repeat(_random.Next(3) switch { 0 => "[", 1 => "{a: ", _ => "- " }, depth));
        var close = _random.Next(2) == 0 ? "" : new string(open[0] == '[' ? ']' : '}', depth);
        return Replace(text, ValuePattern(), _ => open + close);
    }

    private static int Size(List<string> lines, int from)
    {
        var count = 1;
        while (from + count < lines.Count && Indent(lines[from + count]) > Indent(lines[from])) count++;
        return count;
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    private static void Swap(List<string> lines, int one, int other) => (lines[one], lines[other]) = (lines[other], lines[one]);

    [GeneratedRegex(@": ([^\n,{}\[\]]+)")]
    private static partial Regex ValuePattern();

    [GeneratedRegex(@"(?<![\w.])([0-9]+(?:\.[0-9]+)?)")]
    private static partial Regex NumberPattern();
}
