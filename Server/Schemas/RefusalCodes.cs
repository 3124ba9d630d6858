using System.Collections.Immutable;
using System.Reflection;
using OpsGame.Grains.Contracts;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Schemas;

/// <summary>Every code a request may be refused with, by the class that declares it: DrillRefusals is Drill.</summary>
internal static class RefusalCodes
{
    private static readonly Assembly[] Assemblies =
        [typeof(RefusalCode).Assembly, typeof(DrillRefusals).Assembly, typeof(RefusalCodes).Assembly];

    public static ImmutableArray<(string Where, ImmutableArray<string> Codes)> All { get; } =
    [
        .. Assemblies.SelectMany(assembly => Named.DeclarationsOf(typeof(RefusalCode), assembly))
            .GroupBy(code => code.DeclaringType!.Name.Replace("Refusals", "", StringComparison.Ordinal),
                code => ((Named)code.GetValue(null)!).Name)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.ToImmutableArray())),
    ];
}
