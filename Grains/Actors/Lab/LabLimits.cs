namespace OpsGame.Grains.Lab;

/// <summary>What the strategy lab takes on; beyond it a plan is refused with a clear code.</summary>
public static class LabLimits
{
    /// <summary>Seeds a plan is played with: 1 … 30. Enough for a 95 % interval, few enough to wait for.</summary>
    public const int Seeds = 30;

    /// <summary>Evaluations that are not finished, a cluster: with the heaviest scenarios some hours of work.</summary>
    public const int Open = 500;

    /// <summary>Of them from one address, unless the configuration says otherwise (Lab:OpenPerAddress).</summary>
    public const int OpenPerAddress = 20;

    /// <summary>
    /// Finished evaluations of one address that nobody put on a board; the oldest are forgotten (30 runs with their chains: 150
    /// KiB each).
    /// </summary>
    public const int KeptPerAddress = 200;

    /// <summary>Whatever nobody put on a board is forgotten after it.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>A plan's text in bytes: far more than 500 steps need.</summary>
    public const int PlanBytes = 64 * 1024;

    /// <summary>Seeds of one evaluation that wait for a free thread at a time.</summary>
    public const int SeedsAtOnce = 8;
}
