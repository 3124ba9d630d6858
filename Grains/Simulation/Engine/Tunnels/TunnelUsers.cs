using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Engine.Users;
using OpsGame.Simulation.Kinds.Users;

namespace OpsGame.Simulation.Engine.Tunnels;

/// <summary>What users of a class do with connections that last.</summary>
internal sealed class TunnelUsers
{
    /// <summary>Messages by one user before his luck repeats that of the next.</summary>
    private const int Messages = 16;

    private readonly LongLivedSpec _spec;
    private readonly UserClass[] _talk;
    private readonly double _talkPerSecond;
    private readonly WorkSampler _lasts;
    private readonly Draw _ends;
    private readonly Draw _returns;
    private readonly Draw _pauses;
    private readonly Draw _says;
    private readonly Draw _past;

    public TunnelUsers(UserClass users, UserClass[] classes, LongLivedSpec spec, ulong seed)
    {
        (Class, _spec, _lasts) = (users, spec, new WorkSampler(spec.Lasts));
        _talk = Array.FindAll(classes, other => other.Spec.Over == users.Spec.Id);
        _talkPerSecond = _talk.Sum(other => other.Spec.RatePerSecond);
        var component = (ulong)users.Index;
        _ends = new Draw(seed, Purpose.TunnelEnd, component);
        _returns = new Draw(seed, Purpose.TunnelReturn, component);
        _pauses = new Draw(seed, Purpose.TunnelPause, component);
        _says = new Draw(seed, Purpose.TunnelSays, component);
        _past = new Draw(seed, Purpose.TunnelPast, component);
    }

    public UserClass Class { get; }

    public bool Talks => _talk.Length > 0;

    public long HeartbeatNs => _spec.HeartbeatNs;

    public double MeanNs => _spec.Lasts.MeanNs;

    public long LastsNs(long number) => (long)(_lasts.Sample(_ends.Unit((ulong)number)) + 0.5);

    /// <summary>From the moment he learns that it was cut.</summary>
    public long ReturnsAfterNs(long number) => (long)(_returns.Unit((ulong)number) * _spec.ReconnectNs);

    public long PauseNs(in Tunnel tunnel) =>
        (long)(_pauses.Exponential(Message(tunnel)) / _talkPerSecond * Time.Nanoseconds.PerSecond);

    /// <summary>Of which class the next message is.</summary>
    public UserClass Says(in Tunnel tunnel)
    {
        if (_talk.Length == 1) return _talk[0];
        var left = _says.Unit(Message(tunnel)) * _talkPerSecond;
        foreach (var users in _talk)
        {
            left -= users.Spec.RatePerSecond;
            if (left < 0) return users;
        }

        return _talk[^1];
    }

    /// <summary>Between two users who came before the beginning, in mean times between two.</summary>
    public double Gap(long number) => _past.Exponential((ulong)number);

    private static ulong Message(in Tunnel tunnel) => ((ulong)tunnel.Number << Messages) + (uint)tunnel.Said;
}
