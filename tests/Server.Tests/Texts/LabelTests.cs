using System.Text.Json;
using OpsGame.Server.Formats;
using OpsGame.Server.Tests.Scenarios;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Tests.Texts;

/// <summary>What the web client calls what the server declares.</summary>
public class LabelTests
{
    public static TheoryData<string> Languages => ["en", "ko"];

    [Theory, MemberData(nameof(Languages))]
    public void NoLabelIsWrittenTwice(string language) =>
        Assert.Empty(Labels(language).GroupBy(label => label).Where(same => same.Count() > 1).Select(same => same.Key));

    [Theory, MemberData(nameof(Languages))]
    public void AFieldThatMayBeLeftEmptySaysWhatThatMeansAndNoOtherDoes(string language)
    {
        var labels = Labels(language)
            .Where(label => label.StartsWith("unset_", StringComparison.Ordinal) && label != "unset_hint").ToHashSet();
        var used = new HashSet<string>();
        foreach (var action in ActionCatalogue.All)
        {
            foreach (var parameter in action.Parameters.Where(parameter => parameter.UnsetAt is not null))
            {
                var own = $"unset_{action.Id.Replace('-', '_')}_{parameter.Name}";
                var label = labels.Contains(own) ? own : $"unset_{parameter.Name}";
                Assert.True(labels.Contains(label), $"{action.Id} {parameter.Name} has no {label}");
                used.Add(label);
            }
        }

        Assert.Equal(labels.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Languages))]
    public void EveryTopicOfActionsHasALabel(string language) => Assert.Superset(
        Enum.GetValues<ActionTopic>().Select(topic => $"actions_{Kebab.Of(topic)}").ToHashSet(),
        Labels(language).ToHashSet());

    private static string[] Labels(string language)
    {
        using var file = JsonDocument.Parse(Files.Read($"WebClient/messages/{language}.json"));
        return [.. file.RootElement.EnumerateObject().Select(entry => entry.Name)];
    }
}
