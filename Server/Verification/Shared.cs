namespace OpsGame.Server.Verification;

/// <summary>What many ask for, made once for all who ask within a short time.</summary>
internal sealed class Shared<TKey, TValue>(TimeProvider time, TimeSpan lasts)
    where TKey : notnull
{
    /// <summary>Boards of a library's scenarios; more are versions that somebody made up.</summary>
    private const int Most = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, (Task<TValue> Value, long MadeAt)> _made = [];

    public Task<TValue> Get(TKey key, Func<Task<TValue>> make)
    {
        lock (_gate)
        {
            if (_made.TryGetValue(key, out var found) && !found.Value.IsFaulted && time.GetElapsedTime(found.MadeAt) < lasts)
                return found.Value;
            if (_made.Count >= Most) _made.Clear();
            var value = make();
            _made[key] = (value, time.GetTimestamp());
            return value;
        }
    }

    /// <summary>These have changed.</summary>
    public void Drop(Func<TKey, bool> changed)
    {
        lock (_gate)
            foreach (var key in _made.Keys.Where(changed).ToArray()) _made.Remove(key);
    }
}
