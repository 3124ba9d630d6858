using MessagePack;
using OpsGame.Server.Texts;

namespace OpsGame.Server.Wire;

/// <summary>Why something was not done: a stable code and a text that says what would work.</summary>
[MessagePackObject]
public sealed record Refusal([property: Key("code")] string Code, [property: Key("text")] Text Text);
