using Microsoft.AspNetCore.SignalR;

namespace OpsGame.Server.Push;

/// <summary>
/// A connection's way out. One message is under way at a time; of what is told meanwhile it keeps only which topics have
/// something newer. So who reads slowly, or not at all, costs no more than who keeps up.
/// </summary>
internal sealed class Outlet(HubConnectionContext connection, ILogger logger)
{
    /// <summary>An estate, a room, some evaluations, the boards of a library: no client of ours follows more.</summary>
    public const int MostTopics = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<Topic, long> _told = [];
    private readonly Queue<Topic> _due = new();
    private bool _underWay;
    private bool _closed;

    /// <summary>Topics that have something newer than what is under way.</summary>
    public int Due
    {
        get
        {
            lock (_gate) return _due.Count;
        }
    }

    /// <summary>From now on the connection is told about it. False: it is gone, or follows too much already.</summary>
    public bool Follow(Topic topic)
    {
        lock (_gate)
        {
            if (_closed) return false;
            if (_told.ContainsKey(topic)) return true;
            if (_told.Count == MostTopics) return false;
            _told[topic] = 0;
            topic.Add(this);
            return true;
        }
    }

    public void Leave(Topic topic)
    {
        lock (_gate)
        {
            _told.Remove(topic);
            topic.Remove(this);
        }
    }

    /// <summary>A topic has something newer. Never waits for the connection.</summary>
    public void Tell(Topic topic)
    {
        lock (_gate)
        {
            if (_closed || _due.Contains(topic)) return;
            _due.Enqueue(topic);
            if (_underWay) return;
            _underWay = true;
        }

        _ = Send();
    }

    /// <summary>The connection is over.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var topic in _told.Keys) topic.Remove(this);
            _told.Clear();
            _due.Clear();
        }
    }

    private async Task Send()
    {
        try
        {
            while (Next() is { } message) await connection.WriteAsync(message);
        }
        catch (Exception failure)
        {
            // Whoever missed something must come back and be told everything.
            logger.LogError(failure, "A connection could not be told what is new");
            connection.Abort();
        }
    }

    private SerializedHubMessage? Next()
    {
        lock (_gate)
        {
            while (_due.TryDequeue(out var topic))
            {
                if (!_told.TryGetValue(topic, out var told) || topic.After(told) is not { } news) continue;
                _told[topic] = news.Told;
                // behind the others, if it has more to tell
                _due.Enqueue(topic);
                return news.Message;
            }

            _underWay = false;
            return null;
        }
    }
}
