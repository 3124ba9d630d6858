using OpsGame.Server.Plans;
using OpsGame.Server.Scenarios;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Server.Texts;
using OpsGame.Server.Wire;

namespace OpsGame.Server.Tests.Wire;

public class LabMapperTests
{
    private static readonly ScenarioLibrary Library = ScenarioLibrary.Load(Files.Path("Server/Scenarios"));

    public static TheoryData<string> Ids => [.. Library.All.Select(scenario => scenario.Id)];

    /// <summary>Whatever kind of component a scenario has, somebody who writes a plan is offered its ids.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryKindThatAnActionIsTakenOnHasItsTargets(string id)
    {
        var scenario = Library.Find(id)!;
        var lab = new LabMapper(TextCatalogue.Embedded, new PlanLibrary(PlanLibrary.DefaultDirectory)).View(scenario);
        var kinds = lab.Actions.Select(action => action.Target).Distinct().ToArray();
        Assert.All(kinds, kind => Assert.Contains(kind, lab.Targets.Keys));
        Assert.Equal(["users"], lab.Targets["users"]);
        Assert.Equal(scenario.Dns is null ? [] : [scenario.Dns.Id], lab.Targets["dns"]);
        Assert.Equal(scenario.Certificates.Select(certificate => certificate.Id), lab.Targets["certificate"]);
    }
}
