using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Server.Wire;
using OpsGame.Simulation;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Ticks;
using OpsGame.Simulation.Time;
using Refusal = OpsGame.Simulation.Ticks.Refusal;

namespace OpsGame.Server.Hubs;

/// <summary>
/// What a client asked for → what the grains take, or why it is not well formed. Nothing a client sends is taken on trust.
/// </summary>
internal static class Requested
{
    /// <summary>Ids of commands, actions, targets, teams, scenarios; values of arguments.</summary>
    private const int TextLength = 64;

    private const int Arguments = 16;

    /// <summary>Values of arguments that are texts: each has its own, lower limit, which refuses in its own words.</summary>
    private const int Prose = 1000;

    public static Refusal? Drill(CreateDrill? request, out NewDrill drill)
    {
        drill = new NewDrill(null, "", [], null, Solo: false);
        if (request?.Teams is null || !IsName(request.Scenario)) return Refusal.Of(HubRefusals.RequestInvalid);
        drill = new NewDrill(request.Scenario, request.Name, [.. request.Teams],
            request.Seed is { } seed ? unchecked((ulong)seed) : null, Solo: false);
        return null;
    }

    public static Refusal? Seat(JoinDrill? request, out SeatRequest seat)
    {
        seat = new SeatRequest("", SeatRole.Player, null);
        if (request is null || request.Team is { Length: > TextLength }) return Refusal.Of(HubRefusals.RequestInvalid);
        SeatRole? role = request.Role switch { "player" => SeatRole.Player, "observer" => SeatRole.Observer, _ => null };
        if (role is null) return Refusal.Of(HubRefusals.RoleUnknown);
        seat = new SeatRequest(request.Name, role.Value, string.IsNullOrEmpty(request.Team) ? null : request.Team);
        return null;
    }

    public static Refusal? Command(CommandRequest? request, HeldSeat seat, out Command command)
    {
        command = new Command("", seat.Name, "", "", NoArguments);
        if (request is not { Id.Length: > 0 } || !IsName(request.Id) || !IsName(request.Action) || !IsName(request.Target)
            || !Fits(request.Action, request.Args) || (request.Undoes is { } undoes && !IsName(undoes)))
            return Refusal.Of(HubRefusals.RequestInvalid);
        if (ActionCatalogue.Find(request.Action) is { InstructorOnly: true }) return Refusal.Of(HubRefusals.NotYourRole);
        var refusal = ActionCatalogue.Check(request.Action, request.Args ?? [], out var arguments);
        command = new Command(
            request.Id, seat.Name, request.Action, request.Target, arguments, request.Undoes ?? "", seat.Player);
        return refusal;
    }

    /// <summary>Its arguments need not be complete or in range: the preview says so itself.</summary>
    public static Refusal? Preview(PreviewRequest? request, HeldSeat seat, out Command command)
    {
        command = new Command("", seat.Name, "", "", NoArguments);
        if (request is null || !IsName(request.Action) || !IsName(request.Target) || !Fits(request.Action, request.Args))
            return Refusal.Of(HubRefusals.RequestInvalid);
        if (ActionCatalogue.Find(request.Action) is { } action
            && !(action.InstructorOnly ? seat.Injects : seat.Role == SeatRole.Player))
            return Refusal.Of(HubRefusals.NotYourRole);
        command = command with
        {
            Action = request.Action, Target = request.Target, Args = NoArguments.AddRange(request.Args ?? []),
        };
        return null;
    }

    public static Refusal? Fault(InjectRequest? request, HeldSeat seat, out Command command)
    {
        command = new Command("", seat.Name, "", "", NoArguments);
        if (request is null || !IsName(request.Fault) || !IsName(request.Target) || request.Team is { Length: > TextLength }
            || !Fits(request.Fault, request.Args))
            return Refusal.Of(HubRefusals.RequestInvalid);
        if (ActionCatalogue.Find(request.Fault) is not { InstructorOnly: true }) return Refusal.Of(HubRefusals.FaultUnknown);
        var refusal = ActionCatalogue.Check(request.Fault, request.Args ?? [], out var arguments);
        var id = "inject-" + Guid.NewGuid().ToString("n");
        command = new Command(id, seat.Name, request.Fault, request.Target, arguments, Seat: seat.Player);
        return refusal;
    }

    /// <summary>Null: it is played by other rules now, or was not played so long.</summary>
    public static Beginning? Beginning(double atMs, DrillRecord over, EstateKey? estate, Scenario? now)
    {
        var tick = double.IsFinite(atMs) ? (long)Math.Clamp(atMs * 1e6 / Nanoseconds.PerTick, 0, long.MaxValue / 2) : 0;
        var standing = over.Results.FirstOrDefault(each => each.Team == estate?.Team);
        return estate is { } key && tick > 0 && tick < standing?.Tick && now?.ContentHash == over.ScenarioHash
            && over is { IsMixed: false, Diverged: false } && over.Engine == EngineVersion.Text
            ? new Beginning(key.ToString(), tick)
            : null;
    }

    /// <summary>A text that names something; null: nothing has such a name.</summary>
    public static string? Name(string? text) => text is { Length: > 0 } && IsName(text) ? text : null;

    /// <summary>Others may be shown it, in a refusal or an event.</summary>
    private static bool IsName(string? text) =>
        text is { Length: <= TextLength } && !text.Any(char.IsControl) && Unseen.In(text) is null;

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> NoArguments { get; } =
        System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static bool Fits(string action, Dictionary<string, string>? args) =>
        args is null
        || (args.Count <= Arguments
            && args.All(argument => IsName(argument.Key)
                && (IsProse(action, argument.Key) ? argument.Value is { Length: <= Prose } : IsName(argument.Value))));

    private static bool IsProse(string action, string parameter) =>
        ActionCatalogue.Find(action)?.Parameters.FirstOrDefault(known => known.Name == parameter)
            is { Kind.Shape: ParameterShape.Text or ParameterShape.Notation };
}
