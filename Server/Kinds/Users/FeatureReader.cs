using System.Collections.Immutable;
using OpsGame.Server.Formats;
using OpsGame.Simulation.Chance;
using OpsGame.Simulation.Kinds.Users;
using OpsGame.Simulation.Time;

namespace OpsGame.Server.Kinds.Users;

/// <summary>What a class's answers have beside the point, each behind a flag.</summary>
internal static class FeatureReader
{
    /// <summary>Of a class.</summary>
    private const int Most = 8;

    public static ImmutableArray<FeatureSpec> Read(MapReader users, string id)
    {
        var names = new TakenNames("feature");
        var features = ImmutableArray.CreateBuilder<FeatureSpec>();
        foreach (var map in users.List("features", "feature", Most))
        {
            var feature = names.Claim(map);
            var none = new WorkSpec(WorkKind.Fixed, 0, 0);
            var spec = new FeatureSpec(
                feature, map.Texts("title", feature), map.ReadIfThere("app", WorkNotation.Work, none),
                map.ReadIfThere("db", WorkNotation.Work, none),
                map.Read("worth", Notations.Share, 0));
            if (spec is { App: null, Db: null })
                map.Reading.Add(map.Node, "missing-key", $"feature '{feature}' of '{id}' asks for no work; give app, db or both");
            map.Close();
            features.Add(spec);
        }

        return features.ToImmutable();
    }

    /// <summary>
    /// The application does the work or asks the database for it, and an answer cannot be worth less than nothing.
    /// </summary>
    public static void Check(MapReader map, ClassSpec users)
    {
        if (users.Features.IsEmpty) return;
        if (users.App is null)
            map.Reading.Add(map.At("features"), "missing-key", $"'{users.Id}' has features, so it should ask for work of app");
        if (users.Db is null && users.Features.Any(feature => feature.Db is not null))
            map.Reading.Add(
                map.At("features"), "missing-key", $"features of '{users.Id}' ask for work of db, so the class should too");
        if (users.Features.Sum(feature => feature.Worth) > 1)
            map.Reading.Add(map.At("features"), "impossible",
                $"the features of '{users.Id}' are worth more than 1 together, more than a whole answer");
    }

    public static void CheckAll(MapReader root, IEnumerable<ClassSpec> classes)
    {
        var flags = classes.SelectMany(users => users.Features).Select(feature => feature.Id).Distinct().Count();
        if (flags > Limits.Features)
            root.Reading.Add(root.At("classes"), "impossible",
                $"the classes have {flags} features; there should be at most {Limits.Features}");
    }
}
