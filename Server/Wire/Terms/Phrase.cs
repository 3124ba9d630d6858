using System.Collections.Immutable;
using MessagePack;

namespace OpsGame.Server.Wire.Terms;

/// <summary>
/// A text by its code and what fills it; whoever shows it has the texts (Server/Texts/texts.{language}.json) and the rules of
/// their placeholders.
/// </summary>
[MessagePackObject]
public sealed record Phrase([property: Key("code")] string Code, [property: Key("args"), Passing] string[] Args)
{
    internal static Phrase Of(string code, ImmutableArray<string> args) => new(code, args.IsDefault ? [] : [.. args]);
}
