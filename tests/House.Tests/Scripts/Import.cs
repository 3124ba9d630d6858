namespace OpsGame.House.Tests.Scripts;

/// <summary>A script imports a module, named as the script names it.</summary>
internal sealed record Import(string Path, string Module, int Line);
