namespace OpsGame.House.Tests.Lengths;

/// <summary>A function with a name: where it begins and how long it is.</summary>
internal sealed record Function(string Path, string Name, int Line, int Lines);
