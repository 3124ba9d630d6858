using OpsGame.Browser.Tests;

[assembly: AssemblyFixture(typeof(Place))]

namespace OpsGame.Browser.Tests;

/// <summary>One with scenarios that are made for tests, shared by all who only play drills of their own.</summary>
public sealed class Place() : Served(Everything, Rollouts)
{
    public const string Everything = "everything";
    public const string Rollouts = "rollouts";
}
