using System.Collections.Immutable;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Ticks;
using Orleans.Concurrency;

namespace OpsGame.Grains.Contracts;

/// <summary>One drill, key its id: the people in it, its teams, its clock's orders, its end.</summary>
public interface IDrillGrain : IGrainWithStringKey
{
    /// <summary>Begins its life with its first person in it; a solo drill runs at once.</summary>
    Task<Seating> Open(DrillRecord drill, SeatRequest first);

    /// <summary>The room, for somebody at the door; null: no such drill.</summary>
    Task<RoomState?> Show();

    /// <summary>Gives a seat.</summary>
    Task<Seating> Join(SeatRequest wanted);

    /// <summary>Gives a seat to the organiser, under a name nobody has.</summary>
    Task<Seating> Oversee(string name);

    /// <summary>The seat somebody already has, or seat-unknown.</summary>
    Task<Seating> Seat(string player);

    /// <summary>Gives a seat up for good: nothing of it is taken any more, by whatever connection it comes.</summary>
    Task Leave(string player);

    Task<Refusal?> Start();

    Task<Refusal?> Pause();

    Task<Refusal?> Continue();

    /// <summary>Goes on by the rules of today, though it was begun by others: its results then stand on no board.</summary>
    Task<Refusal?> GoOn();

    Task<Refusal?> Speed(double speed);

    /// <summary>Puts a fault into the logs of one team's estate, or of all.</summary>
    Task<Refusal?> Inject(string? team, Command fault);

    /// <summary>Ends the drill now; its results go to the board. One that never began leaves no record.</summary>
    Task<Refusal?> Finish();

    /// <summary>
    /// Nothing is left of a drill that is over: its people's seats, its teams' logs and their results on boards go with it. One
    /// that is not over stays as it is.
    /// </summary>
    Task Delete();

    /// <summary>
    /// Takes the names of its people out of a drill that is over, everywhere they are kept; what they did stays, and its results
    /// can be verified as before. One that is not over stays as it is.
    /// </summary>
    [ResponseTimeout("00:10:00")]
    Task RemoveNames();

    /// <summary>
    /// Subscribes a server process to the room (again before a minute is over) and tells who is connected there.
    /// </summary>
    Task<RoomState?> Watch(string process, IRoomObserver observer, ImmutableArray<string> online);

    /// <summary>Nobody on that server process is connected any more.</summary>
    Task Unwatch(string process);

    /// <summary>
    /// An estate's replay came to another hash than was logged. One way: the drill may be waiting for that very estate.
    /// </summary>
    [OneWay]
    Task Diverged(string team);

    /// <summary>
    /// The storage takes nothing from a team's estate: all teams wait alike. One way, like <see cref="Diverged"/>.
    /// </summary>
    [OneWay]
    Task StorageTrouble(string team);

    /// <summary>Brings it and its estates back to life after a restart.</summary>
    Task Wake();
}

/// <summary>A server process that shows a room to its clients.</summary>
public interface IRoomObserver : IGrainObserver
{
    [OneWay]
    Task Room(RoomState room);

    /// <summary>Only how the teams stand has changed.</summary>
    [OneWay]
    Task Standings(RoomState room);
}
