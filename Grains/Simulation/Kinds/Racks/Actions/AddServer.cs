using System.Collections.Immutable;
using OpsGame.Simulation.Kinds.Roles;
using OpsGame.Simulation.Kinds.Servers;
using OpsGame.Simulation.Ticks;
using static OpsGame.Simulation.Ticks.Arguments;

namespace OpsGame.Simulation.Kinds.Racks.Actions;

/// <summary>A server like the first one of its tier is bought into a free unit, boots, and is attached if wished.</summary>
internal sealed class AddServer : RackAction
{
    public const string Name = "add-server";

    public override string Id => Name;

    public override int Place => 1;

    public override ActionTopic Topic => ActionTopic.Capacity;

    public override bool Buys => true;

    public override ImmutableArray<ParameterSpec> Parameters { get; } =
        [Parameter.Id("size", ServerParameters.Size), Parameter.Flag("attach", "true"),
            Parameter.Choice("tier", "whole", "whole", "app", "worker")
                .Where<RackState>((_, estate, tier) => Exists(tier, estate))];

    public override long TakesNs(ISpecs specs) => specs.Spec<OperationsSpec>()!.BootNs;

    internal override RackState Act(RackState state, RackInput input, Command command, Ruling ruling)
    {
        var unit = state.Units.IndexOf("");
        var size = input.Context.Sizes.FirstOrDefault(size => size.Id == command.Text("size"));
        var tier = Tiers.Of(command);
        var offer = input.Context.Offers.FirstOrDefault(offer => offer.Tier == tier);
        var memory = offer?.Server.Roles.Sum(role => role.MemoryMiB) ?? 0;
        var refusal = size is null ? ServerRefusals.SizeUnknown
            : offer is null ? RackRefusals.NoTemplate
            : memory > size.MemoryMiB ? ServerRefusals.MemoryShort
            : RackRules.NoRoom(state, input, unit);
        if (refusal is not null)
        {
            if (refusal == ServerRefusals.MemoryShort) ruling.Refuse(command, refusal, Show(memory), Show(size!.MemoryMiB));
            else ruling.Refuse(command, refusal, command.Text("size"));
            return state;
        }

        // it boots from its own first tick on
        var server =
            offer!.Server with { Rack = state.Id, Slot = unit, Size = size!, Lifecycle = Lifecycle.Booting, LifecycleEndsNs = 0 };
        if (command.TextOr("version", server.Version) is var version && version != server.Version)
            server = server.Carrying(version);
        ruling.Do(new PlaceServer(server));
        ruling.Done(command, RackEvents.ServerBought, server.Id, size!.Id);
        if (command.Flag("attach") && offer.Balancer.Length > 0)
            ruling.Order(Orders.Attach(command.By, offer.Balancer, server.Id));
        return state with { Units = state.Units.SetItem(unit, server.Id) };
    }

    /// <summary>There is no template of what the scenario never had.</summary>
    private static bool Exists(string tier, IEstate estate)
    {
        var servers = estate.Specs<ServerSpec>();
        return tier switch
        {
            "worker" => servers.Any(server => Has(server, Role.Worker)),
            "app" => servers.Any(server => Has(server, Role.Web))
                && servers.Any(server => Has(server, Role.App) && !Has(server, Role.Web)),
            _ => servers.Any(server => Has(server, Role.Web) || Has(server, Role.App)),
        };
    }

    private static bool Has(ServerSpec server, Role role) => server.Roles.Any(one => one.Role == role);

    private protected override Undo? Undo(Command command, RackState before, RackState after) =>
        RackRules.Bought(before, after) is { } server ? By<Servers.Actions.RemoveServer>(server) : null;
}
