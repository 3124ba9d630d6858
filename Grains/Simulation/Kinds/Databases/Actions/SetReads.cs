using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;
using Args = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace OpsGame.Simulation.Kinds.Databases.Actions;

/// <summary>Whom reads of a class ask: a replica, the primary, or the primary only after their user's own write.</summary>
internal sealed class SetReads : DatabaseSetting
{
    private const string AfterWrite = "primary-after-write";

    public override string Id => "set-reads";

    public override int Place => 10;

    public override ActionTopic Topic => ActionTopic.Traffic;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
    [
        Parameter.Id("class", UsersParameters.Class), Parameter.Choice("reads", AfterWrite, "replica", AfterWrite, "primary"),
        Parameter.Wait("seconds", 600, "5").When("reads", AfterWrite),
    ];

    internal override DatabaseState Act(DatabaseState state, DatabaseInput input, Command command, Ruling ruling)
    {
        if (state.Servers.Length == 1)
        {
            ruling.Refuse(command, DatabaseRefusals.ReplicaNone);
            return state;
        }

        var (users, reads) = (command.Text("class"), command.Text("reads"));
        var set = new ClassReads(users, reads != "primary", reads == AfterWrite ? command.Duration("seconds") : 0);
        ruling.Do(new Databases.SetReads(state.Id, users, set.Replica, set.PrimaryAfterWriteNs));
        var code = !set.Replica ? DatabaseEvents.ReadsPrimary
            : set.PrimaryAfterWriteNs > 0 ? DatabaseEvents.ReadsAfterWrite
            : DatabaseEvents.ReadsReplica;
        ruling.Done(command, code, users, command.Text("seconds"));
        return state with { Reads = [.. state.Reads.Select(each => each.Class == users ? set : each)] };
    }

    private protected override bool Applies(DatabaseState state, IEstate estate) => state.Servers.Length > 1;

    private protected override Args? Present(DatabaseState state, Command command)
    {
        var users = command.TextOr("class", "");
        if (state.Reads.FirstOrDefault(each => each.Class == users) is not { } set) return null;
        var afterWrite = set is { Replica: true, PrimaryAfterWriteNs: > 0 };
        return Of(
            ("class", users), ("reads", afterWrite ? AfterWrite : set.Replica ? "replica" : "primary"),
            ("seconds", afterWrite ? Seconds(set.PrimaryAfterWriteNs) : "5"));
    }
}
