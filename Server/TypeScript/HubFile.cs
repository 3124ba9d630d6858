using System.Reflection;

namespace OpsGame.Server.TypeScript;

/// <summary>The hub's two interfaces as files of the web client.</summary>
internal static class HubFile
{
    public static string Operations(WireTypes types, Remarks remarks) => Write(
        "Operations", [.. Contract.Operations], types, remarks,
        method => $"{method.Name}({Parameters(method, types)}): {types.Answer(method)?.Type ?? "void"};");

    /// <summary>Every message has one argument.</summary>
    public static string Messages(WireTypes types, Remarks remarks) => Write(
        "Messages", [.. Contract.Messages], types, remarks,
        method => $"readonly {method.Name}: {types.Of(method.GetParameters().Single()).Type};");

    private static string Parameters(MethodInfo method, WireTypes types) =>
        string.Join(", ", method.GetParameters().Select(each => $"{each.Name}: {types.Of(each).Type}"));

    private static string Write(
        string name, MethodInfo[] methods, WireTypes types, Remarks remarks, Func<MethodInfo, string> line)
    {
        var records = methods.SelectMany(method => method.GetParameters().Select(types.Of).Append(types.Answer(method)))
            .Select(type => type?.Record).OfType<Type>().Distinct().OrderBy(RecordFile.Name, StringComparer.Ordinal);
        var text = new TypeScriptText().Line(WireFiles.Heading);
        foreach (var record in records) text.Line($"import type {{ {record.Name} }} from './{RecordFile.Name(record)}';");
        text.Line().Remark(remarks.Of(methods[0].DeclaringType!)).Line($"export interface {name} {{");
        foreach (var method in methods) text.Remark(remarks.Of(method), "  ").Line($"  {line(method)}");
        return text.Line("}").ToString();
    }
}
