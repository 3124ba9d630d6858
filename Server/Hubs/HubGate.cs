using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Grains;
using OpsGame.Server.Doors;
using OpsGame.Server.Settings;
using OpsGame.Server.Storage;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Ticks;
using Refusal = OpsGame.Server.Wire.Refusal;

namespace OpsGame.Server.Hubs;

/// <summary>What every call passes: its rate, who may make it, wrong codes, and failures nobody outside needs to see.</summary>
internal sealed class HubGate(
    TimeProvider time, IOptions<DrillOptions> options, Organiser organiser, Refusals refusals, ILogger<HubGate> logger)
    : IHubFilter
{
    /// <summary>Calls from one address, by whatever connections: some hundred people of a course who all act at once.</summary>
    private readonly Allowances _addresses = new(time, 2 * options.Value.CallsPerAddress, options.Value.CallsPerAddress);

    /// <summary>A class that mistypes its code is let try again; whoever tries them all gets nowhere.</summary>
    private readonly Guesses _guesses = new(time, burst: 30, perSecond: 0.5);

    private readonly ConcurrentDictionary<MethodInfo, Who?> _who = new();
    private readonly ConcurrentDictionary<MethodInfo, bool> _byCode = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        Caller.Welcome(context.Context, time);
        await next(context);
        if (Caller.Of(context.Context).Outdated)
            await context.Hub.Clients.Caller.SendAsync(nameof(IDrillClient.Outdated), refusals.Of(HubRefusals.PageOutdated).Text);
    }

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var caller = Caller.Of(invocationContext.Context);
        var allowance = invocationContext.HubMethodName == nameof(DrillHub.Command) ? caller.Commands : caller.Questions;
        if (!allowance.Take() || !(IsOrganiser(invocationContext) || _addresses.Take(caller.Address)))
            return Refuse(invocationContext, refusals.Of(DrillRefusals.TooFast));
        if (Check(invocationContext, caller) is { } code) return Refuse(invocationContext, refusals.Of(code));
        try
        {
            var answer = await next(invocationContext);
            if (answer is SeatAnswer { Refusal: { } refusal } && refusal.Code == DrillRefusals.CodeUnknown.Name)
                _guesses.Wrong(caller.Address);
            return answer;
        }
        catch (Exception failure) when (StorageTrouble.Of(failure) is not null)
        {
            logger.LogWarning(failure, "{Method} found no storage", invocationContext.HubMethodName);
            return Refuse(invocationContext, refusals.Of(DrillRefusals.StorageUnavailable));
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException or SupersededException)
        {
            // The silo it was asked of is gone, silent or was given up; another takes over what it had.
            logger.LogWarning(failure, "{Method} found nobody", invocationContext.HubMethodName);
            return Refuse(invocationContext, refusals.Of(DrillRefusals.EstateRestarting));
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "{Method} failed", invocationContext.HubMethodName);
            return Refuse(invocationContext, refusals.Of(HubRefusals.Internal));
        }
    }

    private bool IsOrganiser(HubInvocationContext call) => organiser.Is(call.Context.User);

    private RefusalCode? Check(HubInvocationContext call, Caller caller)
    {
        if (caller.Outdated) return HubRefusals.PageOutdated;
        var who = _who.GetOrAdd(call.HubMethod, method => method.GetCustomAttribute<ForAttribute>()?.Who);
        if (IsByCode(call.HubMethod) && !_guesses.MayTry(caller.Address)) return HubRefusals.TooManyGuesses;
        if (who is null) return null;
        if (who == Who.Organiser) return organiser.WhyNot(call.Context.User);
        if (caller.Seat is not { } seat) return caller.LostSeat ?? HubRefusals.SeatMissing;
        var may = who switch
        {
            Who.Player => seat.Role == SeatRole.Player,
            Who.Actor => seat.Role != SeatRole.Observer && seat.Estate is not null,
            Who.Watcher => seat.Role != SeatRole.Player,
            Who.Director => seat.Directs,
            Who.Instructor => seat.Role == SeatRole.Instructor,
            Who.Injector => seat.Injects,
            _ => true,
        };
        return may ? null : HubRefusals.NotYourRole;
    }

    private bool IsByCode(MethodInfo method) =>
        _byCode.GetOrAdd(method, each => each.GetCustomAttribute<ByCodeAttribute>() is not null);

    /// <summary>A refusal in the shape the method answers in; methods that have none fail with the code.</summary>
    private static object? Refuse(HubInvocationContext call, Refusal refusal)
    {
        var answer = call.HubMethod.ReturnType;
        if (answer == typeof(Task<SeatAnswer>)) return new SeatAnswer(null, refusal);
        if (answer == typeof(Task<Receipt>)) return new Receipt(0, refusal);
        if (answer == typeof(Task<DebriefAnswer>)) return new DebriefAnswer(null, refusal);
        if (answer == typeof(Task<Refusal>)) return refusal;
        if (answer == typeof(Task<PreviewView>)) return PreviewView.Refused(refusal);
        if (answer == typeof(Task<PlanCheck>)) return new PlanCheck(refusal, []);
        if (answer == typeof(Task<EvaluationAnswer>)) return new EvaluationAnswer("", "", refusal, []);
        throw new HubException(refusal.Code);
    }
}
