using System.Text;
using OpsGame.Server.Formats;

namespace OpsGame.Server.Schemas;

/// <summary>Other products' settings and their keys as Markdown tables, one a product.</summary>
internal static class VendorTables
{
    public static string Write()
    {
        var text = new StringBuilder();
        foreach (var product in VendorKeys.All.GroupBy(each => each.Product))
        {
            text.Append($"\n### {product.Key}\n\n| there | here | note |\n|---|---|---|\n");
            foreach (var each in product)
            {
                var names = string.Join(", ", each.Name.Split(", ").Select(name => $"`{name}`"));
                text.Append($"| {names} | {(each.Key is { } key ? $"`{key}`" : "–")} | {each.Note} |\n");
            }
        }

        return text.ToString().TrimStart('\n');
    }
}
