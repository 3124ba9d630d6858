using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Server.Kinds.Users;

/// <summary>How many requests of a class a role takes at one time.</summary>
internal static class BulkheadReader
{
    /// <summary>Of each role at most one.</summary>
    public static ImmutableArray<BulkheadSpec> Read(MapReader users)
    {
        if (users.Map("bulkheads") is not { } map) return [];
        var bulkheads = ImmutableArray.CreateBuilder<BulkheadSpec>();
        foreach (var role in (Role[])[Role.Web, Role.App])
        {
            if (map.Map(Kebab.Of(role)) is not { } one) continue;
            bulkheads.Add(new BulkheadSpec(
                role,
                one.ReadOr("calls", 25, Settable.Count("set-bulkhead", "concurrent")),
                one.ReadOr("wait", 0, Settable.Duration("set-bulkhead", "wait"))));
            one.Close();
        }

        map.Close();
        return bulkheads.ToImmutable();
    }
}
