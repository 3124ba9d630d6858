using System.Collections.Immutable;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>What a class's features take. Each has luck of its own, so that switching one shuffles nobody else's.</summary>
internal sealed class FeatureWork
{
    private readonly Part[] _parts;

    /// <param name="flags">All of the estate; a flag's place is its bit.</param>
    public FeatureWork(ImmutableArray<FeatureSpec> features, ImmutableArray<string> flags, ulong seed, int users)
    {
        var parts = new List<Part>();
        foreach (var feature in features)
        {
            var flag = flags.IndexOf(feature.Id);
            Flags |= 1 << flag;
            Add(Role.App, feature.App);
            Add(Role.Db, feature.Db);

            void Add(Role role, WorkSpec? work)
            {
                var stream = ((ulong)users * Limits.Features + (ulong)flag) * 2 + (role == Role.Db ? 1UL : 0);
                if (work is null) return;
                var luck = new Draw(seed, Purpose.FeatureWork, stream);
                parts.Add(new Part((int)role, 1 << flag, new WorkSampler(work), luck));
            }
        }

        _parts = [.. parts];
    }

    /// <summary>Bit by bit those the class has.</summary>
    public int Flags { get; }

    /// <param name="without">Bit by bit the features that are left out.</param>
    public double Of(int role, int without, ulong luck)
    {
        double work = 0;
        foreach (var part in _parts)
            if (part.Role == role && (part.Flag & without) == 0) work += part.Sampler.Sample(part.Luck.Unit(luck));
        return work;
    }

    private sealed record Part(int Role, int Flag, WorkSampler Sampler, Draw Luck);
}
