using MessagePack;

namespace OpsGame.Server.Texts;

/// <summary>A text a player reads, in both languages. Plain text: never markup.</summary>
[MessagePackObject]
public sealed record Text([property: Key("en")] string En, [property: Key("ko")] string Ko);
