using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Folders;

/// <summary>
/// Arrows between the folders of a compilation: by every name that means a type or a member of a type, as the compiler sees it.
/// </summary>
internal static class CSharpArrows
{
    public static IReadOnlyList<Arrow> In(CSharpCompilation compilation) =>
        [.. compilation.SyntaxTrees.AsParallel().AsOrdered().SelectMany(tree => In(tree, compilation))];

    private static IEnumerable<Arrow> In(SyntaxTree tree, CSharpCompilation compilation)
    {
        var model = compilation.GetSemanticModel(tree);
        var from = SourceFile.FolderOf(tree.FilePath);
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (TypeIn(node, model) is not { } type || FolderOf(type) is not { } to || to == from) continue;
            var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            yield return new Arrow(from, to, tree.FilePath, line, type.Name);
        }
    }

    private static INamedTypeSymbol? TypeIn(SyntaxNode node, SemanticModel model) => node switch
    {
        SimpleNameSyntax { IsVar: false } name => Owner(model.GetSymbolInfo(name).Symbol),
        ImplicitObjectCreationExpressionSyntax made => Owner(model.GetSymbolInfo(made).Symbol),
        _ => null,
    };

    private static INamedTypeSymbol? Owner(ISymbol? symbol) => symbol as INamedTypeSymbol ?? symbol?.ContainingType;

    /// <summary>Null: it is not of this compilation.</summary>
    private static string? FolderOf(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences is [{ SyntaxTree.FilePath: { Length: > 0 } path }, ..] ? SourceFile.FolderOf(path) : null;
}
