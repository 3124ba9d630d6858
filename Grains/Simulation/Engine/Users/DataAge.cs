using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Users;

/// <summary>Data that change though nobody writes: by themselves, and with a release that makes other pages of them.</summary>
internal sealed class DataAge(ClassSpec spec, ulong seed)
{
    // keys are counted over all data, so classes with the same data see the same changes
    private readonly Draw _changes = new(seed, Purpose.Change, 0);

    /// <summary>When the last server left that made pages of another kind; below 0: none ever did.</summary>
    public long PagesChanged { get; set; } = -1;

    /// <summary>A page of before the change: what it needs from the servers (scripts, forms) is not there any more.</summary>
    public bool IsOldPage(long madeAt) => madeAt < PagesChanged;

    /// <summary>
    /// Has the value of a key, as it was read then, been overtaken for longer than tolerated? Every key changes at moments of its
    /// own, evenly spaced.
    /// </summary>
    public bool IsOvertaken(int key, long readAt, long now)
    {
        if (spec.ChangesNs < 0 || spec.StaleNs < 0) return false;
        var next = readAt;
        if (spec.ChangesNs > 0)
        {
            var phase = (long)(_changes.Unit((ulong)key) * spec.ChangesNs);
            next = readAt < phase ? phase : readAt - (readAt - phase) % spec.ChangesNs + spec.ChangesNs;
        }

        return now - next > spec.StaleNs;
    }
}
