using OpsGame.Server.Texts;

namespace OpsGame.Server.Formats;

/// <summary>One mistake in a file, where it stands (line and column from 1) and what would be right.</summary>
/// <param name="Code">Stable: syntax, too-large, too-deep, anchor, duplicate, unknown-key, missing-key, wrong-type, wrong-unit,
/// not-a-choice, bad-name, out-of-range, dangling, impossible; of a setting also unknown-path; of a recorded command also the
/// codes it is refused with in play.</param>
/// <param name="Text">The message in both languages, where it is known in both.</param>
public sealed record Problem(string File, int Line, int Column, string Code, string Message, Text? Text = null)
{
    public override string ToString() => $"{File}:{Line}:{Column} {Code} {Message}";
}
