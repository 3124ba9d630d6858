namespace OpsGame.Grains.Storage;

/// <summary>
/// Somebody newer owns what was to be written: the writer's silo was given up while it slept. Nothing was written.
/// </summary>
[GenerateSerializer]
public sealed class SupersededException(string what) : Exception($"{what} has a newer owner.");
