using OpsGame.Grains.Records;

namespace OpsGame.Server.Settings;

/// <summary>Section "Drills" of the configuration.</summary>
public sealed class DrillOptions
{
    public const string Section = "Drills";

    /// <summary>Team drills only by who signed in as the organiser; playing alone stays free. Default: false.</summary>
    public bool OnlyOrganiserCreates { get; set; }

    /// <summary>Playing alone likewise. Default: false.</summary>
    public bool OnlyOrganiserPlays { get; set; }

    /// <summary>Teams' systems one address may have at a time; a class room behind one address may need more.</summary>
    public int EstatesPerAddress { get; set; } = DrillLimits.LiveAtAnAddress;

    /// <summary>
    /// Share of its cores' time that live drills may use before this server opens no more; 1: it opens them however busy it is.
    /// </summary>
    public double FullAt { get; set; } = 0.85;

    /// <summary>Calls a second from one address, by whatever connections; twice as many at once.</summary>
    public int CallsPerAddress { get; set; } = 1000;
}
