using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace OpsGame.Server.Hosting;

/// <summary>A connection that knows how long nothing has come from its other end, and tells when it is gone.</summary>
internal sealed class Line : ConnectionContext
{
    private readonly ConnectionContext _inner;
    private readonly TimeProvider _time;
    private readonly Action<Line> _gone;
    private long _heardAt;

    public Line(ConnectionContext inner, string address, TimeProvider time, Action<Line> gone)
    {
        (_inner, Address, _time, _gone, _heardAt) = (inner, address, time, gone, time.GetTimestamp());
        Transport = new HeardPipe(inner.Transport, this);
    }

    public string Address { get; }

    public TimeSpan Silence => _time.GetElapsedTime(Volatile.Read(ref _heardAt));

    public override string ConnectionId
    {
        get => _inner.ConnectionId;
        set => _inner.ConnectionId = value;
    }

    public override IFeatureCollection Features => _inner.Features;

    public override IDictionary<object, object?> Items
    {
        get => _inner.Items;
        set => _inner.Items = value;
    }

    public override IDuplexPipe Transport { get; set; }

    public override CancellationToken ConnectionClosed
    {
        get => _inner.ConnectionClosed;
        set => _inner.ConnectionClosed = value;
    }

    public override EndPoint? LocalEndPoint
    {
        get => _inner.LocalEndPoint;
        set => _inner.LocalEndPoint = value;
    }

    public override EndPoint? RemoteEndPoint
    {
        get => _inner.RemoteEndPoint;
        set => _inner.RemoteEndPoint = value;
    }

    public override void Abort(ConnectionAbortedException abortReason) => _inner.Abort(abortReason);

    public override async ValueTask DisposeAsync()
    {
        await _inner.DisposeAsync();
        await base.DisposeAsync();
        _gone(this);
    }

    private void Heard() => Volatile.Write(ref _heardAt, _time.GetTimestamp());

    private sealed class HeardPipe(IDuplexPipe inner, Line line) : IDuplexPipe
    {
        public PipeReader Input { get; } = new HeardReader(inner.Input, line);

        public PipeWriter Output => inner.Output;
    }

    private sealed class HeardReader(PipeReader inner, Line line) : PipeReader
    {
        public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(cancellationToken);
            line.Heard();
            return read;
        }

        public override bool TryRead(out ReadResult result)
        {
            if (!inner.TryRead(out result)) return false;
            line.Heard();
            return true;
        }

        public override void AdvanceTo(SequencePosition consumed) => inner.AdvanceTo(consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) =>
            inner.AdvanceTo(consumed, examined);

        public override void CancelPendingRead() => inner.CancelPendingRead();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);
    }
}
