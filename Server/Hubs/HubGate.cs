using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using OpsGame.Grains;
using OpsGame.Grains.Drills;
using OpsGame.Grains.Storage;
using OpsGame.Server.Hosting;
using OpsGame.Server.Storage;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Hubs;

/// <summary>What every call passes: its rate, who may make it, and failures nobody outside needs to see.</summary>
internal sealed class HubGate(TimeProvider time, IOptions<DrillOptions> options, Refusals refusals, ILogger<HubGate> logger)
    : IHubFilter
{
    /// <summary>Calls from one address, by whatever connections: some hundred people of a course who all act at once.</summary>
    private readonly Allowances _addresses = new(time, 2 * options.Value.CallsPerAddress, options.Value.CallsPerAddress);
    private readonly ConcurrentDictionary<MethodInfo, Who?> _who = new();

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        Caller.Welcome(context.Context, time);
        return next(context);
    }

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var caller = Caller.Of(invocationContext.Context);
        if (!caller.Allowance.Take() || !(IsOrganiser(invocationContext) || _addresses.Take(caller.Address)))
            return Refuse(invocationContext, refusals.Of("too-fast"));
        if (Check(invocationContext, caller) is { } code) return Refuse(invocationContext, refusals.Of(code));
        try
        {
            return await next(invocationContext);
        }
        catch (Exception failure) when (StorageTrouble.Of(failure) is not null)
        {
            logger.LogWarning(failure, "{Method} found no storage", invocationContext.HubMethodName);
            return Refuse(invocationContext, refusals.Of("storage-unavailable"));
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException or SupersededException)
        {
            // The silo it was asked of is gone, silent or was given up; another takes over what it had.
            logger.LogWarning(failure, "{Method} found nobody", invocationContext.HubMethodName);
            return Refuse(invocationContext, refusals.Of("estate-restarting"));
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "{Method} failed", invocationContext.HubMethodName);
            return Refuse(invocationContext, refusals.Of("internal"));
        }
    }

    private static bool IsOrganiser(HubInvocationContext call) => call.Context.User?.IsInRole(Organiser.Role) == true;

    private string? Check(HubInvocationContext call, Caller caller)
    {
        var who = _who.GetOrAdd(call.HubMethod, method => method.GetCustomAttribute<ForAttribute>()?.Who);
        if (who is null) return null;
        if (who == Who.Organiser) return IsOrganiser(call) ? null : "organiser-only";
        if (caller.Seat is not { } seat) return caller.LostSeat ? "seat-given-up" : "seat-missing";
        var may = who switch
        {
            Who.Player => seat.Role == SeatRole.Player,
            Who.Watcher => seat.Role != SeatRole.Player,
            Who.Director => seat.Directs,
            Who.Instructor => seat.Role == SeatRole.Instructor,
            _ => true,
        };
        return may ? null : "not-your-role";
    }

    /// <summary>A refusal in the shape the method answers in; methods that have none fail with the code.</summary>
    private static object? Refuse(HubInvocationContext call, Refusal refusal)
    {
        var answer = call.HubMethod.ReturnType;
        if (answer == typeof(Task<SeatAnswer>)) return new SeatAnswer(null, refusal);
        if (answer == typeof(Task<Receipt>)) return new Receipt(0, refusal);
        if (answer == typeof(Task<Refusal>)) return refusal;
        if (answer == typeof(Task<PreviewView>)) return PreviewView.Refused(refusal);
        if (answer == typeof(Task<PlanCheck>)) return new PlanCheck(refusal, []);
        if (answer == typeof(Task<EvaluationAnswer>)) return new EvaluationAnswer("", "", refusal, []);
        throw new HubException(refusal.Code);
    }
}
