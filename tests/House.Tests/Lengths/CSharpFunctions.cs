using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OpsGame.House.Tests.Sources;

namespace OpsGame.House.Tests.Lengths;

/// <summary>
/// Methods, constructors, operators, accessors and local functions, without their attributes: those of a theory are a table.
/// A lambda is part of whatever it is in.
/// </summary>
internal static class CSharpFunctions
{
    public static IEnumerable<Function> In(IEnumerable<SourceFile> files) =>
        from file in files
        from node in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes()
        where NameOf(node) is not null
        let first = LineOf(node.ChildNodesAndTokens().First(child => !child.IsKind(SyntaxKind.AttributeList)).SpanStart, node)
        select new Function(file.Path, NameOf(node)!, first, LineOf(node.Span.End, node) - first + 1);

    /// <summary>From 1.</summary>
    private static int LineOf(int position, SyntaxNode node) =>
        node.SyntaxTree.GetText().Lines.GetLinePosition(position).Line + 1;

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        PropertyDeclarationSyntax { ExpressionBody: not null } property => property.Identifier.Text,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } accessor =>
            $"{property.Identifier.Text}.{accessor.Keyword.Text}",
        AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
        BaseMethodDeclarationSyntax other => other.Kind().ToString(),
        _ => null,
    };
}
