using OpsGame.Simulation.Ticks;

namespace OpsGame.Simulation.Kinds.Databases;

/// <summary>
/// A bought server becomes a replica: it boots, copies the primary's data, then follows and answers. And how one is given up.
/// </summary>
internal static class ReplicaRules
{
    /// <summary>The server stands in its rack since the last tick.</summary>
    public static DatabaseState Join(DatabaseState state, Command command, Ruling ruling)
    {
        var server = command.Text("server");
        ruling.Do(new AddReplica(state.Id, server, state.CurrentLagNs));
        return state with { Servers = state.Servers.Add(server), Copies = state.Copies.Add(new ReplicaCopy(server, 0)) };
    }

    /// <summary>A copy needs both ends: when one goes down it starts again.</summary>
    public static DatabaseState Watch(DatabaseState state, DatabaseInput input, Ruling ruling)
    {
        foreach (var copy in state.Copies)
        {
            var runs = input.Telemetry.LostNs < 0 && input.Telemetry.Nodes.Any(node => node.Server == copy.Server && node.Up);
            if (!runs)
            {
                if (copy.EndsNs == 0) continue;
                ruling.Say(DatabaseEvents.ReplicaCopyBroken, copy.Server);
                state = state with { Copies = state.Copies.Replace(copy, copy with { EndsNs = 0 }) };
            }
            else if (copy.EndsNs == 0)
            {
                ruling.Say(DatabaseEvents.ReplicaCopying, copy.Server);
                state = state with
                {
                    Copies = state.Copies.Replace(copy, copy with { EndsNs = input.NowNs + input.Context.CopyNs }),
                };
            }
            else if (input.NowNs >= copy.EndsNs)
            {
                ruling.Do(new ServeReplica(state.Id, copy.Server));
                ruling.Say(DatabaseEvents.ReplicaServing, copy.Server);
                state = state with { Copies = state.Copies.Remove(copy) };
            }
        }

        return state;
    }

    public static DatabaseState Remove(DatabaseState state, Command command, Ruling ruling)
    {
        var server = command.Text("server");
        var refusal = !state.Servers.Contains(server) ? DatabaseRefusals.ReplicaUnknown
            : server == state.Server ? DatabaseRefusals.ReplicaIsPrimary
            : server == state.Promoting ? DatabaseRefusals.FailoverRunning
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, server);
            return state;
        }

        ruling.Do(new RetireReplica(state.Id, server));
        ruling.Done(command, DatabaseEvents.ReplicaRemoving, server);
        ruling.Order(Orders.RemoveReplica(command.By, server));
        return state with
        {
            Servers = state.Servers.Remove(server), Copies = state.Copies.RemoveAll(copy => copy.Server == server),
        };
    }
}
