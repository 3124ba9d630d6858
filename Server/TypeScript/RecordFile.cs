using OpsGame.Server.Formats;

namespace OpsGame.Server.TypeScript;

/// <summary>A record of the contract as a file of the web client: its type, and under the same name its shape.</summary>
internal static class RecordFile
{
    /// <summary>Where it is, without its ending: ServerView is in server-view.</summary>
    public static string Name(Type record) => Kebab.Of(record.Name);

    public static string Write(Type record, WireTypes types, Remarks remarks)
    {
        var fields = Contract.Fields(record).ToDictionary(field => field, types.Of);
        var others = fields.Values.Select(type => type.Record).OfType<Type>().Distinct().OrderBy(Name, StringComparer.Ordinal);
        var text = new TypeScriptText().Line(WireFiles.Heading).Line("import type { Shape } from '../shape';");
        foreach (var other in others) text.Line($"import {{ {other.Name} }} from './{Name(other)}';");
        text.Line().Remark(remarks.Of(record)).Line($"export interface {record.Name} {{");
        foreach (var (field, type) in fields)
            text.Remark(remarks.Of(field), "  ").Line($"  readonly {FieldName.Of(field.Name)}: {type.Type};");
        text.Line("}").Line().Line($"export const {record.Name}: Shape<{record.Name}> = {{");
        foreach (var (field, type) in fields) text.Line($"  {FieldName.Of(field.Name)}: {type.Shape},");
        return text.Line("};").ToString();
    }
}
