using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;

namespace OpsGame.Load;

/// <summary>What the runtime of a process on this machine says of itself: allocation, and the collector's pauses.</summary>
internal sealed class RuntimeWatch : IDisposable
{
    private const string Counters = "System.Runtime";

    private readonly EventPipeSession _session;
    private readonly Task _reading;
    private readonly List<double> _pausesMs = [];
    private double _suspendedMs = double.NaN;
    private double _allocated;

    private RuntimeWatch(EventPipeSession session)
    {
        _session = session;
        _reading = Task.Factory.StartNew(Read, TaskCreationOptions.LongRunning);
    }

    public static RuntimeWatch Begin(int pid) => new(new DiagnosticsClient(pid).StartEventPipeSession(
        [
            new EventPipeProvider(
                ClrTraceEventParser.ProviderName, EventLevel.Informational, (long)ClrTraceEventParser.Keywords.GC),
            new EventPipeProvider(
                Counters, EventLevel.Informational, 0, new Dictionary<string, string> { ["EventCounterIntervalSec"] = "1" }),
        ],
        requestRundown: false));

    public RuntimeReport End()
    {
        _session.Stop();
        _reading.Wait();
        return new RuntimeReport(_allocated, _pausesMs.Count, _pausesMs.Sum(), _pausesMs.DefaultIfEmpty().Max());
    }

    public void Dispose() => _session.Dispose();

    private void Read()
    {
        using var source = new EventPipeEventSource(_session.EventStream);
        source.Clr.GCSuspendEEStart += data => _suspendedMs = data.TimeStampRelativeMSec;
        source.Clr.GCRestartEEStop += data =>
        {
            if (!double.IsNaN(_suspendedMs)) _pausesMs.Add(data.TimeStampRelativeMSec - _suspendedMs);
            _suspendedMs = double.NaN;
        };
        source.Dynamic.All += Count;
        source.Process();
    }

    private void Count(TraceEvent data)
    {
        if (data.ProviderName != Counters || data.EventName != "EventCounters") return;
        var counter = (IDictionary<string, object>)((IDictionary<string, object>)data.PayloadValue(0))["Payload"];
        if ((string)counter["Name"] == "alloc-rate") _allocated += (double)counter["Increment"];
    }
}

/// <param name="Allocated">Bytes.</param>
internal sealed record RuntimeReport(double Allocated, int Pauses, double PausedMs, double LongestPauseMs);
