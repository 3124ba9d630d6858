using MessagePack;
using OpsGame.Grains.Contracts;
using OpsGame.Grains.Records;
using OpsGame.Server.Packing;
using OpsGame.Server.Plans;
using OpsGame.Server.Push;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Server.Wire;
using OpsGame.Simulation.Estates;
using OpsGame.Simulation.Plans;

namespace OpsGame.Server.Tests.Push;

/// <summary>
/// Whatever happens in a drill of the library can be packed: a word that its record does not name, or a number without a measure,
/// would leave the players with a picture that stands still.
/// </summary>
public class PackedDrillTests
{
    /// <summary>Ticks from one frame to the next: what happens between is in its events.</summary>
    private const int Every = 8;

    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Files.Path("Server/Scenarios"));

    public static TheoryData<string> Ids => [.. Library.All.Select(scenario => scenario.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void WhoHeardEveryDeltaOfADrillSeesWhatAFullFrameShows(string id)
    {
        var scenario = Library.Find(id)!;
        var file = $"Server/Plans/{id}/tempting.yaml";
        var runner = new PlanRunner(PlanReader.Read(Files.Read(file), file, scenario));
        var world = new World(scenario, seed: 2, sampleTraces: true);
        FramePacker? packer = null;
        var mapper = new FrameMapper(Estate, scenario);
        var client = new FrameUnpacker();
        var events = new List<EventView>();
        while (!world.Last.Ended)
        {
            var told = Headless.Step(world, runner.Due(world));
            runner.Hear(told.Events);
            events.AddRange(told.Events.Select(FeedMapper.View));
            if (told.Tick % Every != 0 && !told.Ended) continue;
            var news = new EstateNews(told, EstateStatus.Running, 1, 0, world.Applying(), Epoch: 1);
            var frame = mapper.Of(news, [.. events], TraceSample.Of(told.Traces));
            // whatever it remembers of the frames before
            Assert.Equal(Show(new FrameMapper(Estate, scenario).Of(news, [], [])), Show(frame));
            events.Clear();
            if (packer is null) client.Read((packer = new FramePacker(frame, series: 1)).Whole([]));
            else Assert.NotNull(client.Read(packer.Next(frame)));
        }

        var last = mapper.Of(new EstateNews(world.Last, EstateStatus.Finished, 1, 0, world.Applying(), Epoch: 1), [], []);
        var seen = client.Read(packer!.Next(last))!;
        var whole = new FrameUnpacker().Read(packer.Whole([]))!;
        Assert.Equal(Show(whole), Show(seen));
    }

    private static EstateKey Estate => new("drill", "team");

    private static string Show(Frame frame) => MessagePackSerializer.SerializeToJson(
        frame with { Full = false, Previous = 0, Events = [], Traces = [] }, WireProtocol.Options);
}
