using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Engine;
using OpsGame.Simulation.Servers;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Simulation.Racks;

/// <summary>A rack's rule: power comes and goes, and a free unit takes a new server.</summary>
public static class RackRules
{
    public static Outcome<RackState> Tick(RackState state, RackInput input)
    {
        var ruling = new Ruling(state.Id, input.NowNs);
        if (!state.Powered && input.NowNs >= state.PowerReturnsNs)
        {
            state = state with { Powered = true, PowerReturnsNs = 0 };
            ruling.Say("rack-power-back");
        }

        foreach (var command in input.Commands)
        {
            state = command.Action switch
            {
                Actions.AddServer => AddServer(state, input, command, ruling),
                Actions.RackPower => LosePower(state, input, command, ruling),
                _ => state,
            };
        }

        return ruling.With(state);
    }

    private static RackState LosePower(RackState state, RackInput input, Command command, Ruling ruling)
    {
        ruling.Say("rack-power-lost");
        return state with { Powered = false, PowerReturnsNs = input.NowNs + command.Duration("seconds") };
    }

    private static RackState AddServer(RackState state, RackInput input, Command command, Ruling ruling)
    {
        var unit = state.Units.IndexOf("");
        var size = input.Context.Sizes.FirstOrDefault(size => size.Id == command.Text("size"));
        var refusal = size is null ? "size-unknown"
            : input.Context.Template is null ? "no-template"
            : !state.Powered ? "rack-dark"
            : unit < 0 ? "rack-full"
            : input.Context.Components >= Limits.Components ? "estate-full"
            : null;
        if (refusal is not null)
        {
            ruling.Refuse(command, refusal, command.Text("size"));
            return state;
        }

        var server = input.Context.Template! with
        {
            Id = input.Context.NextServer,
            Rack = state.Id,
            Slot = unit,
            Size = size!,
            Lifecycle = Lifecycle.Booting,
            // it boots from its own first tick on
            LifecycleEndsNs = 0,
        };
        ruling.Do(new PlaceServer(server));
        ruling.Carry(command, "server-bought", server.Id, size!.Id);
        if (command.Flag("attach") && input.Context.Balancer.Length > 0)
            ruling.Order(Orders.Attach(command.By, input.Context.Balancer, server.Id));
        return state with { Units = state.Units.SetItem(unit, server.Id) };
    }
}
