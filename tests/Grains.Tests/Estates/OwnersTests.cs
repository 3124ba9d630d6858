using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Grains.Storage;
using OpsGame.Simulation;

namespace OpsGame.Grains.Tests.Estates;

/// <summary>One activation at a time writes an estate's history.</summary>
public sealed class OwnersTests(OwnersTests.Host host) : IClassFixture<OwnersTests.Host>
{
    [Fact]
    public async Task WhoEndsAnEstateOwnsItFirst()
    {
        var drill = await host.Open(seed: 10, "One") with
        {
            Id = "ended-elsewhere", Code = "ZZZZZ2", Revision = 1, Status = DrillStatus.Running,
            StartedAt = DateTimeOffset.UnixEpoch, Engine = EngineVersion.Text,
        };
        await host.Drills.Save(drill);
        var key = new EstateKey(drill.Id, "t1").ToString();
        var before = await host.Log.Claim(key);
        // the call that wakes it is the one that ends it
        Assert.Equal("t1", (await host.Grains.GetGrain<IEstateGrain>(key).Finish()).Team);
        await Assert.ThrowsAsync<SupersededException>(() => host.Log.Mark(key, before, new ProgressMark(9, 1, 9)));
    }

    public sealed class Host : GrainHost
    {
        protected override void Change(IServiceCollection services)
        {
            var known = services.Last(service => service.ServiceType == typeof(IDrillStore)).ImplementationType!;
            services.AddSingleton<IDrillStore>(
                provider => new Elsewhere((IDrillStore)ActivatorUtilities.CreateInstance(provider, known)));
        }
    }

    /// <summary>Answers as a database on another machine does: later.</summary>
    private sealed class Elsewhere(IDrillStore store) : IDrillStore
    {
        private static readonly TimeSpan Way = TimeSpan.FromMilliseconds(300);

        public Task Save(DrillRecord drill) => store.Save(drill);

        public async Task<DrillRecord?> Find(string drill)
        {
            await Task.Delay(Way);
            return await store.Find(drill);
        }

        public Task<string?> FindByCode(string code) => store.FindByCode(code);

        public Task<ImmutableArray<DrillRecord>> Live() => store.Live();

        public Task<(int All, int OfAddress)> CountEstates(string address) => store.CountEstates(address);

        public Task Forget(string drill, long revision) => store.Forget(drill, revision);

        public Task<ImmutableArray<string>> Over(DateTimeOffset before, int count) => store.Over(before, count);

        public Task Delete(DrillRecord drill) => store.Delete(drill);

        public Task Rename(DrillRecord drill, ImmutableArray<RenamedEstate> estates) => store.Rename(drill, estates);

        public Task<ImmutableArray<DrillRecord>> Newest(int count) => store.Newest(count);
    }
}
