using System.Collections.Immutable;

namespace OpsGame.Simulation.Ticks;

/// <summary>Why a command was not taken: a stable code and the arguments its text names.</summary>
[GenerateSerializer, Immutable]
public sealed record Refusal(string Code, ImmutableArray<string> Args)
{
    public static Refusal Of(RefusalCode code, params string[] args) => new(code.Name, [.. args]);

    public bool Is(RefusalCode code) => Code == code.Name;
}
