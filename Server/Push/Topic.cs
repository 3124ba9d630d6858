using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;

namespace OpsGame.Server.Push;

/// <summary>What follows for somebody, and how far they have been told then.</summary>
internal readonly record struct News(SerializedHubMessage Message, long Told);

/// <summary>
/// Something that connections are told about again and again. It keeps what there is to tell, once for all of them; how far each
/// has been told, its <see cref="Outlet"/> knows.
/// </summary>
internal abstract class Topic
{
    private ImmutableHashSet<Outlet> _followers = [];

    public bool IsFollowed => !_followers.IsEmpty;

    /// <summary>What comes next for who has been told so far (0: nothing yet); null: there is nothing newer.</summary>
    public abstract News? After(long told);

    public void Add(Outlet follower) => ImmutableInterlocked.Update(ref _followers, (all, one) => all.Add(one), follower);

    public void Remove(Outlet follower) => ImmutableInterlocked.Update(ref _followers, (all, one) => all.Remove(one), follower);

    /// <summary>There is something newer.</summary>
    protected void Announce()
    {
        foreach (var follower in _followers) follower.Tell(this);
    }
}
