using OpsGame.Grains.Components;
using OpsGame.Grains.Records;
using OpsGame.Simulation.Ticks;
using Orleans.Concurrency;

namespace OpsGame.Grains.Contracts;

/// <summary>One team's estate, key "{drill}/{team}": its clock, its log, its world.</summary>
public interface IEstateGrain : IGrainWithStringKey
{
    /// <summary>Begins, goes on, or changes its speed.</summary>
    Task Run(double speed);

    /// <summary>Stops its clock after the tick it is in.</summary>
    Task Hold();

    /// <summary>Stops its clock because the storage takes nothing; <see cref="Run"/> lets it go on.</summary>
    Task Stall();

    /// <summary>Whether the storage takes its progress now.</summary>
    Task<bool> Keeps();

    /// <summary>Ends for good after the tick it is in.</summary>
    Task<Standing> Finish();

    /// <summary>How its team stands; null: not known now (it waits for the start, or catches up after a restart).</summary>
    Task<Standing?> Standing();

    /// <summary>Would it take this command now? Null: yes.</summary>
    Task<Refusal?> Check(Command command);

    /// <summary>What a command would mean if it were taken now.</summary>
    Task<PreviewAnswer> Preview(Command command);

    /// <summary>Takes a command; answered once its tick is in the log. The same id again gets the same receipt.</summary>
    Task<CommandReceipt> Command(Command command);

    /// <summary>A seat's person has left for good: nothing of it is taken any more.</summary>
    Task End(string seat);

    /// <summary>Subscribes a server process (again before a minute is over). Null: the drill has not begun.</summary>
    Task<EstateSnapshot?> Watch(IEstateObserver observer);

    /// <summary>Ends a subscription.</summary>
    Task Unwatch(IEstateObserver observer);

    /// <summary>A component's memory; null: there is no such component.</summary>
    Task<ComponentPast?> History(string component);
}

/// <summary>A server process that shows an estate to its clients.</summary>
public interface IEstateObserver : IGrainObserver
{
    [OneWay]
    Task Tick(EstateNews news);
}
