namespace OpsGame.House.Tests.Folders;

/// <summary>A file of one folder uses something of another one.</summary>
/// <param name="Name">What it uses.</param>
internal sealed record Arrow(string From, string To, string File, int Line, string Name)
{
    /// <summary>All uses of one folder by another, in a line: how often, of what, and where for example.</summary>
    public static string Told(IReadOnlyCollection<Arrow> arrows)
    {
        var first = arrows.First();
        var names = arrows.CountBy(arrow => arrow.Name).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).Take(4);
        return $"{first.From} → {first.To}: {arrows.Count} uses ({string.Join(", ", names)}), as in {first.File}:{first.Line}";
    }
}
