using MessagePack;
using OpsGame.Server.Wire.Terms;
using OpsGame.Simulation.Previews;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Wire;

/// <summary>An action somebody thinks of taking.</summary>
/// <param name="Args">As far as they are known; left out: the catalogue's initial value.</param>
[MessagePackObject]
public sealed record PreviewRequest(
    [property: Key("action")] string Action,
    [property: Key("target")] string Target,
    [property: Key("args")] Dictionary<string, string> Args);

/// <summary>What the action would mean if it were taken now.</summary>
/// <param name="Refusal">Why it would be refused; null: it would not.</param>
/// <param name="Seconds">How long it takes, simulated; 0: at the next tick.</param>
/// <param name="Bound">Of Seconds; open: until the last request there is answered, Seconds is 0.</param>
/// <param name="PerHour">What the bill changes by, dollars an hour.</param>
/// <param name="WhileItLasts">The bill changes only until it is over.</param>
/// <param name="InFlight">What becomes of requests that are there.</param>
/// <param name="Requests">How many that are now.</param>
/// <param name="Undo">What would take it back; null: nothing.</param>
/// <param name="Present">The action's arguments as they are set now, those that are known.</param>
/// <param name="Fields">Its form as it would be opened now with what was asked for; where nothing can be asked: none.</param>
/// <param name="Beside">What somebody else is doing there; null: nothing.</param>
/// <param name="Alone">Until it is over nobody serves what it takes away.</param>
[MessagePackObject]
public sealed record PreviewView(
    [property: Key("refusal")] Refusal? Refusal,
    [property: Key("seconds")] double Seconds,
    [property: Key("bound"), OneOf(typeof(Bound))] string Bound,
    [property: Key("perHour")] double PerHour,
    [property: Key("whileItLasts")] bool WhileItLasts,
    [property: Key("inFlight"), OneOf(typeof(InFlight))] string InFlight,
    [property: Key("requests")] int Requests,
    [property: Key("undo")] UndoView? Undo,
    [property: Key("present")] Dictionary<string, string> Present,
    [property: Key("fields")] FieldView[] Fields,
    [property: Key("beside")] BesideView? Beside,
    [property: Key("alone")] bool Alone)
{
    /// <summary>Of what is not even well formed.</summary>
    public static PreviewView Refused(Refusal? refusal) =>
        new(refusal, 0, "exactly", 0, false, "kept", 0, null, [], [], null, false);
}

/// <summary>A field of an action's form.</summary>
/// <param name="Initial">What it starts from; empty: nothing can be chosen, or it must be typed.</param>
/// <param name="Choices">What may be chosen now; null: it is typed.</param>
[MessagePackObject]
public sealed record FieldView(
    [property: Key("name")] string Name,
    [property: Key("initial")] string Initial,
    [property: Key("choices")] string[]? Choices);
