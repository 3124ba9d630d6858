using System.Collections.Immutable;
using System.Globalization;
using OpsGame.Simulation;
using OpsGame.Simulation.Commands;
using OpsGame.Simulation.Scenarios;
using OpsGame.Simulation.Worlds;

namespace OpsGame.Server.Tests.Scenarios;

/// <summary>Plays a drill headless: moves by the clock, and every alert acknowledged some seconds after it was raised.</summary>
internal sealed class Operator(int? acknowledgesAfterSeconds)
{
    private readonly List<(long AtNs, Command Command)> _moves = [];

    /// <summary>One move: at 1:30, action, target, then name=value.</summary>
    public Operator At(string clock, string action, string target, params string[] args)
    {
        var given = args.Select(arg => arg.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Null(ActionCatalogue.Check(action, given, out var complete));
        var parts = clock.Split(':');
        var seconds = (60 * int.Parse(parts[0], CultureInfo.InvariantCulture))
            + int.Parse(parts[1], CultureInfo.InvariantCulture);
        _moves.Add((seconds * Nanoseconds.PerSecond, new Command($"move-{_moves.Count}", "Operator", action, target, complete)));
        return this;
    }

    /// <summary>The frames of a whole drill.</summary>
    public IReadOnlyList<EstateFrame> Play(Scenario scenario, ulong seed)
    {
        var world = new World(scenario, seed);
        var frames = new List<EstateFrame> { world.Last };
        var next = 0;
        while (!world.Last.Ended)
        {
            var due = Acknowledgements(world.Last).ToList();
            for (; next < _moves.Count && _moves[next].AtNs <= world.NowNs; next++) due.Add(_moves[next].Command);
            foreach (var command in due) Assert.Null(world.Check(command));
            frames.Add(Headless.Step(world, due));
        }

        return frames;
    }

    private IEnumerable<Command> Acknowledgements(EstateFrame frame)
    {
        if (acknowledgesAfterSeconds is not { } seconds) return [];
        var args = ImmutableSortedDictionary<string, string>.Empty;
        return frame.Alerts
            .Where(alert => alert.By.Length == 0 && frame.NowNs - alert.SinceNs >= seconds * Nanoseconds.PerSecond)
            .Select(alert => new Command($"ack-{alert.Id}", "Operator", Actions.Acknowledge, alert.Id, args));
    }
}
