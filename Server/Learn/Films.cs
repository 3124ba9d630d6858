using System.Collections.Immutable;
using OpsGame.Grains.Lab;
using OpsGame.Server.Verification;

namespace OpsGame.Server.Learn;

/// <summary>
/// Films of ideas, each made once for all who turn the knobs alike: on the crew's threads, so that no live drill's tick waits for
/// one, and before the lab's plans.
/// </summary>
internal sealed class Films(IdeaLibrary library, Crew crew, TimeProvider time)
{
    private const long Rank = 0;

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private readonly Shared<(string Idea, string Turned), Film> _made = new(time, Lasts);

    /// <param name="turned">The place of each knob's value.</param>
    public Task<Film> Of(Idea idea, ImmutableArray<int> turned) => _made.Get((idea.Id, string.Join(' ', turned)), () =>
    {
        var (system, plan) = library.Set(idea, turned);
        return crew.Run(Rank, stop => Film.Shoot(idea, system, plan, stop));
    });
}
