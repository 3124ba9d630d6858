using System.Reflection;
using System.Xml.Linq;

namespace OpsGame.Server.TypeScript;

/// <summary>What the contract says of itself: the XML documentation the build puts beside the assembly.</summary>
internal sealed class Remarks
{
    private readonly List<XElement> _members;

    public Remarks(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        _members = [.. XDocument.Load(file).Descendants("member")];
    }

    /// <summary>Empty where nothing is said.</summary>
    public string Of(Type type) => Text(Member($"T:{type.FullName}")?.Element("summary"));

    public string Of(MethodInfo method)
    {
        var name = $"M:{method.DeclaringType!.FullName}.{method.Name}";
        var said = Member(name) ?? _members.Find(member => Name(member).StartsWith(name + "(", StringComparison.Ordinal));
        return Text(said?.Element("summary"));
    }

    /// <summary>A record says what its fields are as parameters.</summary>
    public string Of(PropertyInfo field) => Text(
        Member($"T:{field.DeclaringType!.FullName}")?.Elements("param").FirstOrDefault(param => Name(param) == field.Name));

    private XElement? Member(string name) => _members.Find(member => Name(member) == name);

    private static string Name(XElement element) => (string?)element.Attribute("name") ?? "";

    private static string Text(XElement? element)
    {
        var words = string.Concat(element?.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "see" or "paramref" } named => Pointed(named),
            XElement other => other.Value,
            _ => ((XText)node).Value,
        }) ?? []);
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The last name of what is pointed to: Evaluation of M:OpsGame.Server.Hubs.IDrillClient.Evaluation(…).</summary>
    private static string Pointed(XElement element) => element.Attribute("name") is { } name
        ? FieldName.Of(name.Value)
        : (element.Attribute("cref")?.Value ?? element.Value).Split('(')[0].Split('.')[^1];
}
