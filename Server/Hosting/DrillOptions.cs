namespace OpsGame.Server.Hosting;

/// <summary>Section "Drills" of the configuration.</summary>
public sealed class DrillOptions
{
    public const string Section = "Drills";

    /// <summary>Team drills only by who signed in as the organiser; playing alone stays free. Default: false.</summary>
    public bool OnlyOrganiserCreates { get; set; }
}
