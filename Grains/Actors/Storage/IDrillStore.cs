using System.Collections.Immutable;
using OpsGame.Grains.Records;

namespace OpsGame.Grains.Storage;

/// <summary>An estate's history with other names in it, and the hashes it then has.</summary>
/// <param name="Result">Null: it has none, or none any more.</param>
public sealed record RenamedEstate(EstateKey Key, LoggedEstate Logged, BoardResult? Result);

/// <summary>Drills as they stand, one record each, replaced whole.</summary>
public interface IDrillStore
{
    /// <exception cref="SupersededException">
    /// The record is not the next revision of the stored one, or that one was deleted.
    /// </exception>
    Task Save(DrillRecord drill);

    Task<DrillRecord?> Find(string drill);

    Task<string?> FindByCode(string code);

    /// <summary>Drills that are not finished.</summary>
    Task<ImmutableArray<DrillRecord>> Live();

    /// <summary>How many estates the drills have that are not finished: all of them, and those opened from an address.</summary>
    Task<(int All, int OfAddress)> CountEstates(string address);

    /// <summary>
    /// Nothing is left of a drill that never began; its code is free again. Only whoever has its latest revision may say so.
    /// </summary>
    Task Forget(string drill, long revision);

    /// <summary>Ids of drills that were over before then, those opened first at first, at most so many.</summary>
    Task<ImmutableArray<string>> Over(DateTimeOffset before, int count);

    /// <summary>
    /// Nothing is left of a finished drill: not its record, nor its teams' logs and results. The record goes last: what breaks
    /// off is done by deleting it again.
    /// </summary>
    Task Delete(DrillRecord drill);

    /// <summary>
    /// Keeps a finished drill and its estates' histories with other names in them, all of it or nothing. Its results are to be
    /// verified again.
    /// </summary>
    /// <exception cref="SupersededException">The record is not the next revision of the stored one.</exception>
    Task Rename(DrillRecord drill, ImmutableArray<RenamedEstate> estates);

    /// <summary>The newest drills of any status, newest first.</summary>
    Task<ImmutableArray<DrillRecord>> Newest(int count);
}
