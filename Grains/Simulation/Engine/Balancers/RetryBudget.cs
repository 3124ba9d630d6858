namespace OpsGame.Simulation.Engine.Balancers;

/// <summary>A token bucket, as in Finagle's RetryBudget: every request earns a share of a retry.</summary>
internal struct RetryBudget()
{
    /// <summary>Retries a full budget pays for.</summary>
    private const double AtOnce = 10;

    private double _tokens = AtOnce;

    public void Earn(double share) => _tokens = Math.Min(AtOnce, _tokens + share);

    /// <param name="share">0: no limit.</param>
    public bool Spend(double share)
    {
        if (share <= 0) return true;
        if (_tokens < 1) return false;
        _tokens--;
        return true;
    }
}
