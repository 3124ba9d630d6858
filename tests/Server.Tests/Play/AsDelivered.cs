using System.Globalization;
using OpsGame.Grains.Records;

namespace OpsGame.Server.Tests.Play;

/// <summary>A server with the limits for an address that it has when no setting says otherwise.</summary>
public sealed class AsDelivered : TestServer
{
    protected override string[] Settings(string directory) =>
        ["--Drills:EstatesPerAddress", DrillLimits.LiveAtAnAddress.ToString(CultureInfo.InvariantCulture)];
}
