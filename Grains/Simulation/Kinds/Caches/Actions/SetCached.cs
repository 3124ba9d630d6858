using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Caches.Actions;

/// <summary>Whether a class's reads look there first.</summary>
internal sealed class SetCached : CacheSetting
{
    public override string Id => "set-cached";

    public override int Place => 7;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Id("class", UsersParameters.Class), Parameter.Flag("on", "true"),
    ];

    internal override CacheState Act(CacheState state, CacheInput input, Command command, Ruling ruling)
    {
        var (users, on) = (command.Text("class"), command.Flag("on"));
        var refusal = on == state.Cached.Contains(users) ? (on ? CacheRefusals.ClassCached : CacheRefusals.ClassNotCached)
            : on && !input.Cacheable.Contains(users) ? CacheRefusals.ClassNotCacheable
            : null;
        if (refusal is not null)
        {
            var others = string.Join(", ", input.Cacheable.Where(other => state.Cached.Contains(other) != on));
            ruling.Refuse(command, refusal, users, others.Length > 0 ? others : "–");
            return state;
        }

        ruling.Done(command, on ? CacheEvents.ClassOn : CacheEvents.ClassOff, users);
        return state with { Cached = on ? state.Cached.Add(users) : state.Cached.Remove(users) };
    }

    private protected override Args? Present(CacheState state, Command command) =>
        command.TextOr("class", "") is { Length: > 0 } users
            ? Of(("class", users), ("on", Show(state.Cached.Contains(users))))
            : null;
}
