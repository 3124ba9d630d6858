using System.Globalization;
using System.Text;
using System.Text.Json;
using OpsGame.Server.Texts;
using OpsGame.Simulation.Ticks;

namespace OpsGame.Server.Schemas;

/// <summary>Every command and every refusal as Markdown tables, in the words players read.</summary>
internal static class ActionTables
{
    public static string Write()
    {
        var text = new StringBuilder();
        var labels = Labels();
        text.Append("## Actions\n\nWhat a player may do, as a command in a live drill or as a step of a plan.\n");
        Actions(text, ActionCatalogue.Distinct.Where(spec => !spec.InstructorOnly), spec => labels[Key("action", spec.Id)],
            labels);
        text.Append("\n## Faults\n\nWhat only an instructor may do, and a scenario's schedule.\n");
        Actions(text, ActionCatalogue.Distinct.Where(spec => spec.InstructorOnly),
            spec => TextCatalogue.Embedded.Of("fault-" + spec.Id).En, labels);
        text.Append("\n## Refusals\n\nA code never changes its meaning; its text, here in English, says what would work.\n");
        foreach (var (where, codes) in RefusalCodes.All) Refusals(text, where, codes);
        return text.ToString();
    }

    private static void Actions(
        StringBuilder text, IEnumerable<ActionSpec> specs, Func<ActionSpec, string> what, Dictionary<string, string> labels)
    {
        foreach (var kind in specs.GroupBy(spec => spec.Target))
        {
            text.Append(
                $"\n### {Title(kind.Key)}\n\n"
                + "| action | what | parameter | meaning | range | default |\n|---|---|---|---|---|---|\n");
            foreach (var spec in kind)
            {
                text.Append($"| `{spec.Id}` | {what(spec)}{Also(spec)} |");
                if (spec.Parameters.IsEmpty) text.Append(" – | | | |\n");
                for (var i = 0; i < spec.Parameters.Length; i++)
                {
                    if (i > 0) text.Append("| | |");
                    Parameter(text, spec, spec.Parameters[i], labels);
                }
            }
        }
    }

    private static string Title(ComponentKind kind) => char.ToUpperInvariant(kind.Name[0]) + kind.Name[1..];

    private static string Also(ActionSpec spec) => string.Concat(ActionCatalogue.All
        .Where(other => other.Id == spec.Id && other.Target != spec.Target)
        .Select(other => $"; also of a {other.Target.Name}"));

    private static void Parameter(
        StringBuilder text, ActionSpec spec, ParameterSpec parameter, Dictionary<string, string> labels)
    {
        var meaning = labels[Key("param", parameter.Name)];
        if (parameter.UnsetAt is { } at) meaning += $" ({at}: {Unset(spec, parameter, labels)})";
        if (parameter.Only is { } only) meaning += $"; only with {only.Parameter} {string.Join(", ", only.Values)}";
        text.Append($" `{parameter.Name}` | {meaning} | {Range(parameter)} | {Initial(parameter)} |\n");
    }

    /// <summary>What a form says where its field is left empty.</summary>
    private static string Unset(ActionSpec spec, ParameterSpec parameter, Dictionary<string, string> labels) =>
        labels.GetValueOrDefault(Key("unset", $"{spec.Id}-{parameter.Name}")) ?? labels[Key("unset", parameter.Name)];

    private static string Range(ParameterSpec parameter) => parameter.Kind.Shape switch
    {
        ParameterShape.Number => $"{Show(parameter.Min)} – {Show(parameter.Max)}",
        ParameterShape.Duration => $"{Show(parameter.Min)} – {Show(parameter.Max)} s",
        ParameterShape.Choice or ParameterShape.Flag => string.Join(", ", parameter.Choices),
        ParameterShape.Text => $"text of at most {Show(parameter.Max)} characters",
        ParameterShape.Notation => parameter.Kind.Told,
        _ => "a " + parameter.Kind.Name,
    };

    private static string Initial(ParameterSpec parameter) =>
        parameter.Initial.Length == 0 ? "must be given" : parameter.Kind == ParameterKind.Duration ? parameter.Initial + " s"
            : parameter.Initial;

    private static void Refusals(StringBuilder text, string where, IEnumerable<string> codes)
    {
        text.Append($"\n### {where}\n\n| code | text |\n|---|---|\n");
        foreach (var code in codes)
            text.Append(
                $"| `{code}` | {TextCatalogue.Embedded.Of(code, [.. Enumerable.Range(0, 10).Select(i => $"{{{i}}}")]).En} |\n");
    }

    private static string Key(string kind, string id) => $"{kind}_{id.Replace('-', '_')}";

    private static string Show(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the web client calls things in English.</summary>
    private static Dictionary<string, string> Labels()
    {
        using var stream = typeof(ActionTables).Assembly.GetManifestResourceStream("labels.en.json")
            ?? throw new InvalidOperationException("labels.en.json is not embedded");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
