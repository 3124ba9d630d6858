using System.Globalization;
using OpsGame.Server.Texts;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Play.Proofs;

/// <summary>What became of the last thing said on a stage. Kind: command (done), refused, or heard.</summary>
internal sealed record Told(string Kind, string Code);

/// <summary>A running drill of one team on a fast clock, with an instructor and as many players as speak.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Ada = "Ada";

    /// <summary>Each drill has its own: two at a time on one are refused.</summary>
    private static long _seed;

    private readonly Proving _server;
    private readonly Dictionary<string, Player> _players = new(StringComparer.Ordinal);
    private int _said;
    private long _since;

    private Stage(Proving server, Player instructor) => (_server, Instructor) = (server, instructor);

    public Player Instructor { get; }

    public static async Task<Stage> Set(Proving server, string scenario = Proving.Everything, bool start = true)
    {
        var stage = new Stage(server, await server.Connect());
        Assert.Null((await stage.Instructor.Create(scenario, "Grace", ["Red"], Interlocked.Increment(ref _seed))).Refusal);
        await stage.Of(Ada);
        Assert.Null(await stage.Instructor.Order(nameof(IDrillHub.Speed), 8.0));
        if (!start) return stage;
        Assert.Null(await stage.Instructor.Order(nameof(IDrillHub.Start)));
        await (await stage.Of(Ada)).Sees(frame => frame.Tick >= 2);
        return stage;
    }

    /// <summary>
    /// Steps, one after another, parted by ";": an action, its target and its parameters ("detach balancer server=web-1"), as
    /// another player with a name in front ("Bo: …"), a fault likewise, by the instructor; "hear CODE" waits for an event, "pass
    /// 5" for five simulated seconds, "speed 0.5" gives a slow machine time for what must follow within a few. A space within a
    /// value is written "_". All but the last must be done.
    /// </summary>
    public async Task<Told> Play(string script)
    {
        var told = new Told("", "");
        var steps = script.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var step in steps)
        {
            Assert.False(told.Kind == "refused", $"'{script}' goes no further than to {told.Code}");
            told = await Say(step);
        }

        return told;
    }

    public async Task<Player> Of(string name, bool sits = true)
    {
        if (_players.TryGetValue(name, out var player)) return player;
        player = await _server.Connect();
        if (sits) Assert.Null((await player.Join(Code, name)).Refusal);
        return _players[name] = player;
    }

    public string Code => Instructor.Seat!.Code;

    /// <summary>A connection nobody sits at yet.</summary>
    public Task<Player> Stranger() => Of("", sits: false);

    /// <summary>What the last of so many and one more seats is refused with.</summary>
    public async Task<string?> Fill(int seats, Func<int, JoinDrill> wanted)
    {
        string? refusal = null;
        for (var i = 0; i <= seats; i++)
        {
            // a connection may ask twenty times at once
            var (code, name, team, role) = wanted(i);
            refusal = (await (await Of($"door {i / 20}", sits: false)).Join(code, name, team, role)).Refusal?.Code;
        }

        return refusal;
    }

    public async ValueTask DisposeAsync()
    {
        // nobody needs the drill any more: its clock stops
        await Instructor.Order(nameof(IDrillHub.Finish));
        await Instructor.DisposeAsync();
        foreach (var player in _players.Values) await player.DisposeAsync();
    }

    private async Task<Told> Say(string step)
    {
        var words = step.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words[0] == "hear") return await Hear(happened => happened.Code == words[1]);
        if (words[0] == "speed") return await Turn(double.Parse(words[1], CultureInfo.InvariantCulture));
        if (words[0] == "pass") return await Pass(int.Parse(words[1], CultureInfo.InvariantCulture));
        var who = Ada;
        if (words[0].EndsWith(':')) (who, words) = (words[0][..^1], words[1..]);
        var args = words.Skip(2).Select(word => word.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Replace('_', ' '));
        if (Simulation.Ticks.ActionCatalogue.Find(words[0]) is { InstructorOnly: true })
        {
            var refusal = await Instructor.Order(nameof(IDrillHub.Inject), new InjectRequest(null, words[0], words[1], args));
            return refusal is null ? new Told("command", words[0]) : new Told("refused", refusal);
        }

        var id = $"c{++_said}";
        var receipt = await (await Of(who)).Command(id, words[0], words[1], [.. args.Select(arg => (arg.Key, arg.Value))]);
        if (receipt.Refusal is { } refused)
        {
            Reads(refused.Code, refused.Text);
            return new Told("refused", refused.Code);
        }

        _since = receipt.Tick;
        return await Hear(happened => happened.Command == id && happened.Kind is "command" or "refused");
    }

    private async Task<Told> Turn(double speed)
    {
        Assert.Null(await Instructor.Order(nameof(IDrillHub.Speed), speed));
        return new Told("turned", "");
    }

    private async Task<Told> Pass(int seconds)
    {
        var ada = await Of(Ada);
        var until = ada.Frames[^1].TimeMs + (seconds * 1000);
        _since = (await ada.Sees(frame => frame.TimeMs >= until)).Tick;
        return new Told("passed", "");
    }

    private async Task<Told> Hear(Func<EventView, bool> wanted)
    {
        var ada = await Of(Ada);
        var frame = await ada.Sees(each => each.Tick >= _since && each.Events.Any(wanted));
        _since = frame.Tick;
        var heard = frame.Events.First(wanted);
        Reads(heard.Code, TextCatalogue.Embedded.Of(heard.Text.Code, [.. heard.Text.Args]));
        return new Told(heard.Kind, heard.Code);
    }

    /// <summary>People get words, not codes.</summary>
    private static void Reads(string code, Text text)
    {
        Assert.NotEqual(code, text.En);
        Assert.NotEqual(text.En, text.Ko);
    }
}
