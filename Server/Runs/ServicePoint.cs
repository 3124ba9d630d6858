namespace OpsGame.Server.Runs;

/// <summary>The service at one moment of a run.</summary>
/// <param name="Level">Mean request value of the 10 s before, 0–1.</param>
/// <param name="NanoDollarsPerHour">What the estate costs from here on.</param>
internal sealed record ServicePoint(long AtNs, double Level, long NanoDollarsPerHour);
