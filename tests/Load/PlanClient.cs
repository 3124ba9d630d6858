using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace OpsGame.Load;

/// <summary>Somebody in the strategy lab: has a few plans run at once and watches them get on.</summary>
internal sealed class PlanClient(string url, string scenario, Measurements measurements) : IAsyncDisposable
{
    /// <summary>As many as one connection may send at once.</summary>
    public const int Plans = 5;

    private readonly HubConnection _hub = new HubConnectionBuilder().WithUrl($"{url}/hub").AddMessagePackProtocol().Build();

    /// <summary>How many of them were taken.</summary>
    public async Task<int> Run(int count, CancellationToken cancel)
    {
        _hub.On<EvaluationView>("Evaluation", _ => measurements.SawSeed());
        await _hub.StartAsync(cancel);
        var lab = await _hub.InvokeAsync<LabView>("Lab", scenario, cancel);
        var taken = 0;
        for (var sent = 0; sent < count; sent++)
        {
            // a plan of its own each, so that nothing could be answered from memory
            var text = $"{lab.Templates[^1].Text}\n# {Guid.NewGuid()}\n";
            var answer = await _hub.InvokeAsync<EvaluationAnswer>("Evaluate", scenario, text, cancel);
            if (answer.Refusal is not null) continue;
            taken++;
            await _hub.InvokeAsync<EvaluationView>("WatchEvaluation", answer.Id, cancel);
        }

        return taken;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
