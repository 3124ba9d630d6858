namespace OpsGame.Server.Formats;

/// <summary>Which of the known words somebody may have meant.</summary>
internal static class Likeness
{
    /// <summary>Letters that may be wrong, missing, too many or swapped.</summary>
    private const int MostSlips = 3;

    /// <summary>The nearest one within a few slips of the pen, and fewer than a third of the word; else null.</summary>
    public static string? Of(string written, IEnumerable<string> known) => known
        .Select(word => (Word: word, Slips: Slips(written, word)))
        .Where(each => each.Slips <= Math.Min(MostSlips, each.Word.Length / 3))
        .OrderBy(each => each.Slips).ThenBy(each => each.Word, StringComparer.Ordinal)
        .Select(each => each.Word).FirstOrDefault();

    /// <summary>Levenshtein's distance.</summary>
    private static int Slips(string a, string b)
    {
        // Nothing that long is like anything.
        if (Math.Abs(a.Length - b.Length) > MostSlips) return MostSlips + 1;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var swap = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(swap, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
