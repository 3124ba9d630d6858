using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Grains.Tests.Estates;

/// <summary>What an estate notes of its progress is never before what it shows.</summary>
public sealed class MarkTests(MarkTests.Host host) : IClassFixture<MarkTests.Host>
{
    [Fact]
    public async Task WhatIsNotedWhileATickIsUnderWayReachesThatTick()
    {
        var drill = await host.Open(seed: 4, "One");
        Assert.Null(await host.Grains.GetGrain<IDrillGrain>(drill.Id).Start());
        var estate = host.Grains.GetGrain<IEstateGrain>(new EstateKey(drill.Id, "t1").ToString());
        var witness = await EstateWitness.Of(host.Grains, estate);
        await witness.Sees(tick: 1);

        var receipt = estate.Command(
            new Command("c1", "Ada", "restart-server", "web-1", ImmutableSortedDictionary<string, string>.Empty));
        var underWay = await host.Slow.Begun;
        await estate.Stall();
        Assert.True(await estate.Keeps());
        Assert.InRange(host.Slow.Reach, underWay, underWay);

        host.Slow.GoOn();
        Assert.Equal(underWay, (await receipt).Tick);
    }

    public sealed class Host : GrainHost
    {
        internal SlowLog Slow { get; private set; } = null!;

        protected override void Change(IServiceCollection services)
        {
            var known = services.Last(service => service.ServiceType == typeof(IEstateLog)).ImplementationType!;
            services.AddSingleton<IEstateLog>(
                provider => Slow = new SlowLog((IEstateLog)ActivatorUtilities.CreateInstance(provider, known)));
        }
    }

    /// <summary>A disk that has a tick's commands wait until it is told to go on.</summary>
    internal sealed class SlowLog(IEstateLog log) : IEstateLog
    {
        private readonly TaskCompletionSource<long> _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The tick that waits.</summary>
        public Task<long> Begun => _begun.Task;

        /// <summary>Of the latest mark.</summary>
        public long Reach { get; private set; }

        public void GoOn() => _goOn.SetResult();

        public Task<long> Claim(string estate) => log.Claim(estate);

        public async Task Append(string estate, long epoch, LogEntry entry)
        {
            _begun.TrySetResult(entry.Tick);
            await _goOn.Task;
            await log.Append(estate, epoch, entry);
        }

        public Task Mark(string estate, long epoch, ProgressMark mark, bool canWait = false)
        {
            Reach = mark.Reach;
            return log.Mark(estate, epoch, mark, canWait);
        }

        public Task<LoggedEstate> Read(string estate) => log.Read(estate);
    }
}
