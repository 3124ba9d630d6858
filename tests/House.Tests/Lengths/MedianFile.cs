using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Lengths;

/// <summary>Most files fit a screen.</summary>
internal static class MedianFile
{
    public const int Most = 60;

    /// <summary>Lines of the file in the middle (of an even number: the longer one).</summary>
    public static int Of(IEnumerable<SourceFile> files)
    {
        var lengths = files.Select(file => file.Lines.Length).Order().ToArray();
        return lengths[lengths.Length / 2];
    }

    /// <summary>Lines by which it is too long.</summary>
    public static int TooLongIn(IEnumerable<SourceFile> files) => Math.Max(0, Of(files) - Most);
}
