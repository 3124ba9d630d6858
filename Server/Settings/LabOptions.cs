using OpsGame.Grains.Lab;

namespace OpsGame.Server.Settings;

/// <summary>Section "Lab" of the configuration.</summary>
public sealed class LabOptions
{
    public const string Section = "Lab";

    /// <summary>
    /// Unfinished evaluations one address may have. Default: 20; a server for one class room behind one address wants more.
    /// </summary>
    public int OpenPerAddress { get; set; } = LabLimits.OpenPerAddress;
}
