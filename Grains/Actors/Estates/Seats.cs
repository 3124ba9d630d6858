using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Estates;

/// <summary>Whose commands an estate takes, and how many: a seat's count together, by whatever connections they come.</summary>
internal sealed class Seats(TimeProvider time)
{
    public const int Burst = 20;

    public const int PerSecond = 10;

    private readonly Allowances _allowances = new(time, Burst, PerSecond);
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
    private DrillRecord? _drill;

    /// <summary>The drill as it was when the estate began: who had left by then.</summary>
    public void Know(DrillRecord drill) => _drill = drill;

    /// <summary>Its person has left for good.</summary>
    public void End(string seat) => _ended.Add(seat);

    /// <summary>Codes: seat-given-up, too-fast. A command of no seat is the drill's own.</summary>
    public Refusal? Check(Command command)
    {
        if (command.Seat.Length == 0) return null;
        if (_ended.Contains(command.Seat) || _drill?.Holds(command.Seat) == false) return Refusal.Of(DrillRefusals.SeatGivenUp);
        // faults go to all estates or to none: the drill counts them
        if (ActionCatalogue.Find(command.Action) is { InstructorOnly: true }) return null;
        return _allowances.Take(command.Seat) ? null : Refusal.Of(DrillRefusals.TooFast);
    }
}
