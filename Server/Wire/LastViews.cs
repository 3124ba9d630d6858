using System.Collections.Immutable;

namespace OpsGame.Server.Wire;

/// <summary>Views of a list that changes seldom: the same ones again as long as it does not, and of what stays in it.</summary>
internal sealed class LastViews<T, TView>(Func<T, TView> view)
    where T : class
    where TView : class
{
    private ImmutableArray<T> _of = [];
    private TView[] _views = [];

    public TView[] Of(ImmutableArray<T> now)
    {
        if (now == _of) return _views;
        var views = new TView[now.Length];
        for (var at = 0; at < views.Length; at++)
            views[at] = at < _of.Length && ReferenceEquals(_of[at], now[at]) ? _views[at] : view(now[at]);
        (_of, _views) = (now, views);
        return views;
    }
}
