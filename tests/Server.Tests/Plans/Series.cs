using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpsGame.Simulation.Estates;

namespace OpsGame.Server.Tests.Plans;

/// <summary>
/// A digest of what a drill showed tick by tick: service, money, score, requests of each class, events. Unlike the tick's hash it
/// does not depend on which state is hashed and how.
/// </summary>
internal sealed class Series : IDisposable
{
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(EstateFrame frame)
    {
        var (now, score) = (frame.Service, frame.Score.Total);
        Add($"{frame.Tick} {now.Level:R} {now.Overall:R} {now.Budget:R} {now.SpentNanoDollars} {now.InFlight} {score}");
        foreach (var users in frame.Classes) Add($"{users.Id} {users.Offered} {users.Answered} {users.Failed} {users.Latency}");
        foreach (var told in frame.Events)
            Add($"{told.Kind} {told.Code} {told.Component} {told.By} {string.Join(' ', told.Args)}");
    }

    public string Digest() => Convert.ToHexStringLower(_digest.GetCurrentHash())[..16];

    public void Dispose() => _digest.Dispose();

    private void Add(FormattableString line) =>
        _digest.AppendData(Encoding.UTF8.GetBytes(line.ToString(CultureInfo.InvariantCulture) + "\n"));
}
