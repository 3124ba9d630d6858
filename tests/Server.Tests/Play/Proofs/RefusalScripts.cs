using OpsGame.Server.Tests.Lab;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>The ways in which somebody at a real connection brings a refusal about.</summary>
internal static class RefusalScripts
{
    public static string Times(int times, string steps) => string.Concat(Enumerable.Repeat(steps, times));

    public static Func<Proving, Task<string?>> Scripted(string script, string scenario = Proving.Everything) => async server =>
    {
        await using var stage = await Stage.Set(server, scenario);
        var told = await stage.Play(script);
        return told.Kind == "refused" ? told.Code : null;
    };

    /// <summary>What was done before something else is done, or taken back, is taken back.</summary>
    public static Func<Proving, Task<string?>> Undo(string meanwhile) => Drill(async stage =>
    {
        var ada = await stage.Of("Ada");
        await ada.Command("first", "set-ttl", "cache", ("seconds", "5"));
        var done = await ada.Outcome("first");
        if (meanwhile != "undo") await stage.Play(meanwhile);
        else
        {
            await ada.Undo("back", done);
            await ada.Outcome("back");
        }

        return (await ada.Undo("again", done)).Refusal?.Code;
    });

    public static Func<Proving, Task<string?>> Drill(Func<Stage, Task<string?>> refused) => async server =>
    {
        await using var stage = await Stage.Set(server);
        return await refused(stage);
    };

    /// <summary>The instructor has given an order, and somebody plays on.</summary>
    public static Func<Proving, Task<string?>> Ordered(string order) => Drill(async stage =>
    {
        await stage.Instructor.Order(order);
        return (await stage.Play("flush-cache cache")).Code;
    });

    public static Func<Proving, Task<string?>> Lobby(Func<Stage, Task<string?>> refused) => async server =>
    {
        await using var stage = await Stage.Set(server, start: false);
        return await refused(stage);
    };

    public static Func<Proving, Task<string?>> Stranger(Func<Player, Task<string?>> refused) => async server =>
    {
        await using var hub = await server.Connect();
        return await refused(hub);
    };

    public static async Task<string?> OtherVersion(Proving server)
    {
        await using var hub = await Player.Connect(server.Address, version: "another");
        return await hub.Order(nameof(IDrillHub.Start));
    }

    public static Func<Proving, Task<string?>> Join(string name, string? team = null, string role = "player") =>
        Lobby(async stage =>
        (await (await stage.Stranger()).Join(stage.Code, name, team, role)).Refusal?.Code);

    public static Func<Proving, Task<string?>> Create(params string[] teams) =>
        Stranger(async hub => (await hub.Create(Proving.Alone, "Grace", teams)).Refusal?.Code);

    public static async Task<string?> SubmitsAtOnce(Player hub, Func<EvaluationAnswer, EvaluationAnswer> changed)
    {
        var answer = await hub.Evaluate(SmallLibrary.Scenario, SmallLibrary.Nothing);
        var refusal = await hub.Submit(changed(answer), "Ada");
        await hub.SeesEvaluation(answer.Id, view => view.Status != "open");
        return refusal;
    }

    /// <summary>More plans at once than one connection may have played; nothing of them is left behind.</summary>
    public static async Task<string?> ManyPlans(Player hub)
    {
        var answers =
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => hub.Evaluate(SmallLibrary.Scenario, SmallLibrary.Nothing)));
        foreach (var answer in answers.Where(each => each.Refusal is null))
            await hub.SeesEvaluation(answer.Id, view => view.Status != "open");
        return answers.Select(answer => answer.Refusal?.Code).LastOrDefault(code => code is not null and not "lab-full-for-you");
    }

    public static async Task<string?> CommandsAfterLeaving(Stage stage)
    {
        var (ada, tab) = (await stage.Of("Ada"), await stage.Stranger());
        await tab.Resume(ada.Seat!.Token);
        await ada.Leave();
        return (await tab.Command("late", "flush-cache", "cache")).Refusal?.Code;
    }

    public static async Task<string?> Deleted(Proving server)
    {
        await using var player = await server.Connect();
        await using var organiser = await server.Connect(await server.OrganiserCookie());
        await player.PlayNow(Proving.Alone);
        await player.Order(nameof(IDrillHub.Finish));
        await organiser.DeleteDrills(player.Seat!.Drill);
        await player.LosesSeat();
        return await player.Order(nameof(IDrillHub.Start));
    }

    public static async Task<string?> JoinsBothTeams(Player hub)
    {
        var code = (await hub.Create(Proving.Alone, "Grace", ["Red", "Blue"])).Seat!.Code;
        await hub.Join(code, "Ada", "t1");
        return (await hub.Join(code, "Bo", "t2")).Refusal?.Code;
    }

    public static async Task<string?> SubmitsTwice(Player hub)
    {
        var answer = await hub.Runs(SmallLibrary.Scenario, SmallLibrary.Par);
        await hub.Submit(answer, "Ada");
        return await hub.Submit(answer, "Ada");
    }
}
